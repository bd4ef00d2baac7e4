// npm run new -- fault ID --group GROUP: writes the file of a new fault, adds it to its group, and says what comes next.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { newFault } from "./new-fault.ts";

const USAGE = "npm run new -- fault ID --group trust|time|names|usage|strength|revocation|handshake|mtls";

const { values, positionals } = parseArgs({ options: { group: { type: "string" } }, allowPositionals: true });
const [what, id, ...rest] = positionals;

if (what !== "fault" || id === undefined || values.group === undefined || rest.length > 0) fail(`usage: ${USAGE}`);
else {
  try {
    console.log(newFault(resolve(import.meta.dirname, ".."), id, values.group));
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 2;
}
