import { adviceOf } from "../../faults/advice.ts";
import type { Scene } from "../../faults/build/scene.ts";
import type { Fault } from "../../faults/fault.ts";
import { clientSections } from "./client-sections.ts";
import { fileList } from "./file-list.ts";
import type { LabFile } from "./lab-file.ts";
import { anyOf, shell } from "./readme-text.ts";
import { serverCommands } from "./server-commands.ts";
import { opensslVerify, rootcauseVerify, type VerifyCommand } from "./verify-commands.ts";

/** By this the lab knows its own folders again. */
export const MARK = "<!-- Made by `rootcause lab make`. -->";

export interface ReadmeOptions {
  readonly files: readonly LabFile[];
  /** The moment that was asked for; undefined for now. */
  readonly at: Date | undefined;
}

/** What is wrong, which command shows it with which client, and how it is mended. */
export function readme(fault: Fault, scene: Scene, { files, at }: ReadmeOptions): string {
  const { why, fix } = adviceOf(fault);
  return `${[
    `# ${fault.title}`,
    MARK,
    `\`${fault.id}\`: ${fault.severity}. ${fault.citation}.`,
    fault.story,
    why,
    "These certificates are broken on purpose. Trust their roots in experiments alone.",
    fileList(files),
    ...verifySections(fault, scene, at),
    "## On the wire",
    `A server with these files; \`rootcause lab serve ${fault.id}\` starts one with files of its own.`,
    serverCommands(fault, scene),
    ...clientSections(fault, scene),
    "## How it is mended",
    fix.map(({ role, text }) => `- ${role}: ${text}`).join("\n"),
    "In `good/` this has been done: there the same commands succeed.",
  ].join("\n\n")}\n`;
}

function verifySections(fault: Fault, scene: Scene, at: Date | undefined): readonly string[] {
  const both = [rootcauseVerify(fault, scene, at), opensslVerify(fault, scene, at)].filter((it) => it !== undefined);
  return both.length === 0 ? [] : ["## In the files", ...both.map(verifySection)];
}

function verifySection({ command, prints }: VerifyCommand): string {
  return `${shell(command)}\n\nIt prints ${anyOf(prints)}.`;
}
