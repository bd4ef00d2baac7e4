import { liveTarget } from "../commands/live-target.ts";
import { authority, type CommandTarget, isAddress } from "../commands/target.ts";
import type { LiveFault } from "../running-lab.ts";

/** The look that tells a fault from others, at a live one: where it is met, whom to ask for, and with the files of its page. */
export function alikeCommand(command: string, live: LiveFault): string {
  const target = liveTarget(live);
  return command
    .replaceAll("verify HOST:PORT", `verify ${placeOf(target)} ${askedFor(target)}`)
    .replaceAll("verify sent.pem --name HOST", `verify sent.pem ${askedFor(target)}`)
    .replaceAll("-servername HOST", `${serverName(target)} -CAfile ${target.trustFile}`)
    .replaceAll(" -cert client.pem -key client.key", identity(target))
    .replaceAll("HOST:PORT", placeOf(target))
    .replaceAll("HOST", target.address)
    .replaceAll("PORT", String(target.port));
}

function placeOf({ address, port }: CommandTarget): string {
  return authority(address, port);
}

function askedFor({ name, trustFile }: CommandTarget): string {
  return `--name ${name} --trust ${trustFile}`;
}

function serverName({ name }: CommandTarget): string {
  return isAddress(name) ? "-noservername" : `-servername ${name}`;
}

function identity({ certFile, keyFile }: CommandTarget): string {
  return certFile === undefined ? "" : ` -cert ${certFile} -cert_chain ${certFile} -key ${keyFile}`;
}
