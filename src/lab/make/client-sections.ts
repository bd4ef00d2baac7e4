import { isIP } from "node:net";
import { printedBy } from "../../explain/printed.ts";
import type { Scene } from "../../faults/build/scene.ts";
import { type Client, clients } from "../../faults/client.ts";
import type { Fault } from "../../faults/fault.ts";
import { clientCommands } from "../commands/index.ts";
import type { CommandTarget } from "../commands/target.ts";
import { anyOf, shell } from "./readme-text.ts";
import { PORT } from "./server-commands.ts";

/** How each client is called, and what it prints. */
export function clientSections(fault: Fault, scene: Scene): readonly string[] {
  const target = targetOf(fault, scene);
  const all = Object.entries(clientCommands) as [Client, (target: CommandTarget) => string][];
  return all.map(([client, commandOf]) =>
    [`### ${clients[client].title}`, shell(commandOf(target)), outcome(fault, client)].join("\n\n"),
  );
}

function outcome(fault: Fault, client: Client): string {
  const printed = printedBy(fault, client);
  if (printed === undefined) return "Nobody has written down what it does.";
  return printed === "accepts" ? "It accepts." : `It refuses: ${anyOf(printed)}.`;
}

function targetOf({ revocation }: Fault, { name, crls, client }: Scene): CommandTarget {
  const { identity, ...manner } = client;
  return {
    address: name === "localhost" || isIP(name) !== 0 ? name : "127.0.0.1",
    port: PORT,
    name,
    trustFile: "trust.pem",
    ...(revocation && { source: revocation }),
    ...(crls.length > 0 && { crlFile: "trust-crl.pem" }),
    ...(identity && { certFile: "client.pem", keyFile: "client-key.pem" }),
    ...manner,
  };
}
