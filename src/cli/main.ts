import { type Host, hostOf } from "./host.ts";
import { version } from "./version.ts";

export { hostOf };

/** The command line. Resolves with the exit status; the process comes in as the host and is touched nowhere else. */
export async function main(host: Host): Promise<number> {
  host.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // The reader left, as `| head` does: nobody is there to hear more.
    host.exit(error.code === "EPIPE" ? 0 : 3);
  });
  const args = host.argv.slice(2);
  if (args.includes("--version") || args.includes("-V")) {
    host.stdout.write(`${version}\n`);
    return 0;
  }
  const { runProgram } = await import("./program.ts");
  return runProgram(host, args);
}
