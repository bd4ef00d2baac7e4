import { isIP } from "node:net";
import { type ClientPrint, clientPrints } from "../../explain/client-prints.ts";
import type { Scene } from "../../faults/build/scene.ts";
import { type Client, clients } from "../../faults/client.ts";
import type { Fault } from "../../faults/fault.ts";
import { curlCommand } from "../commands/curl.ts";
import { canMeet, clientCommands } from "../commands/index.ts";
import { liveTarget } from "../commands/live-target.ts";
import type { CommandTarget } from "../commands/target.ts";
import { anyOf, shell } from "./readme-text.ts";
import { PORT } from "./server-commands.ts";

/** How each client is called, and what it prints. */
export function clientSections(fault: Fault, scene: Scene): readonly string[] {
  const target = targetOf(fault, scene);
  const prints = new Map(clientPrints(fault).map((print) => [print.client, print]));
  const commands = Object.entries(clientCommands) as [Client, (target: CommandTarget) => string][];
  return commands
    .filter(([client]) => takesFiles(client, fault))
    .map(([client, commandOf]) =>
      [`### ${clients[client].title}`, shell(commandOf(target)), outcome(prints.get(client))].join("\n\n"),
    );
}

/** Java learns of revocation from where certificates point, and those in files point nowhere. */
function takesFiles(client: Client, fault: Fault): boolean {
  return canMeet(client, fault) && (client !== "java" || fault.revocation === undefined);
}

/** What each client prints, where there is nothing to call. */
export function printList(fault: Fault): string {
  return clientPrints(fault)
    .map((print) => `- ${print.title}: ${print.texts.length === 0 ? "it accepts" : anyOf(print.texts)}`)
    .join("\n");
}

/** The call of a client that everybody has. */
export function curlCall(fault: Fault, scene: Scene): string {
  return curlCommand(targetOf(fault, scene));
}

function targetOf(fault: Fault, scene: Scene): CommandTarget {
  const { name } = scene;
  const address = name === "localhost" || isIP(name) !== 0 ? name : "127.0.0.1";
  return liveTarget({ fault, scene, name, address, port: PORT });
}

function outcome(print: ClientPrint | undefined): string {
  if (print === undefined) return "What it does is not known.";
  return print.texts.length === 0 ? "It accepts." : `It refuses: ${anyOf(print.texts)}.`;
}
