import { adviceOf } from "../../faults/advice.ts";
import type { Scene } from "../../faults/build/scene.ts";
import type { Fault } from "../../faults/fault.ts";
import { clientSections, curlCall, printList } from "./client-sections.ts";
import { clientVerify } from "./client-verify.ts";
import { fileList } from "./file-list.ts";
import type { LabFile } from "./lab-file.ts";
import { opensslServes } from "./openssl-serves.ts";
import { opensslVerify } from "./openssl-verify.ts";
import { pairCheck } from "./pair-check.ts";
import { shell } from "./readme-text.ts";
import { rootcauseVerify } from "./rootcause-verify.ts";
import { opensslServer, serverCommands } from "./server-commands.ts";
import type { VerifyCommand } from "./verify-command.ts";

/** By this the lab knows its own folders again. */
export const MARK = "<!-- Made by `rootcause lab make`. -->";

/** What a README tells of. */
export interface ReadmeSubject {
  readonly fault: Fault;
  readonly broken: Scene;
  readonly mended: Scene;
  readonly files: readonly LabFile[];
  /** When it was built for. */
  readonly now: Date;
  /** The moment that was asked for; undefined for now. */
  readonly at: Date | undefined;
}

/** What is wrong, which command shows it with which client, and how it is mended. */
export function readme(subject: ReadmeSubject): string {
  const { fault, broken, mended, files, now } = subject;
  const { why, fix } = adviceOf(fault);
  const good = fileCommands(subject, mended).map(({ command }) => command);
  return `${[
    `# ${fault.title}`,
    MARK,
    `\`${fault.id}\`: ${fault.severity}. ${fault.citation}.`,
    fault.story,
    why,
    `These certificates are broken on purpose, for ${now.toISOString()}. Trust their roots in experiments alone.`,
    fileList(files),
    ...fileSections(fileCommands(subject, broken)),
    "## On the wire",
    ...wireSections(fault, broken),
    "## How it is mended",
    fix.map(({ role, text }) => `- ${role}: ${text}`).join("\n"),
    "In `good/` this has been done, and all of this succeeds:",
    shell("cd good", ...good, opensslServer(fault, mended)),
    shell(curlCall(fault, mended)),
  ].join("\n\n")}\n`;
}

function wireSections(fault: Fault, scene: Scene): readonly string[] {
  const live = `\`rootcause lab serve ${fault.id}\``;
  if (!opensslServes(scene))
    return [
      `OpenSSL and nginx do not serve these files. ${live} starts a server that does. What clients print:`,
      printList(fault),
    ];
  return [
    `A server with these files; ${live} starts one with files of its own.`,
    serverCommands(fault, scene),
    ...clientSections(fault, scene),
  ];
}

function fileCommands({ fault, now, at }: ReadmeSubject, scene: Scene): readonly VerifyCommand[] {
  return [
    rootcauseVerify(fault, scene, at),
    opensslVerify(fault, scene, at),
    ...clientVerify(scene, now, at),
    ...pairCheck(scene),
  ].filter((it) => it !== undefined);
}

function fileSections(commands: readonly VerifyCommand[]): readonly string[] {
  const sections = commands.map(({ command, prints }) => `${shell(command)}\n\nIt prints \`${prints}\`.`);
  return sections.length === 0 ? [] : ["## In the files", ...sections];
}
