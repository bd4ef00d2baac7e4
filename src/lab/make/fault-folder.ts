import { PkiError } from "../../errors/pki-error.ts";
import type { Laboratory } from "../../faults/build/laboratory.ts";
import { faultGroups } from "../../faults/catalogue.ts";
import type { Fault } from "../../faults/fault.ts";
import type { LabFile } from "./lab-file.ts";
import { readme } from "./readme.ts";
import { sceneFiles } from "./scene-files.ts";

/** The files of one fault, and those of the same place once it is mended. */
export interface FaultFolder {
  readonly files: readonly LabFile[];
  readonly good: readonly LabFile[];
}

/** What happens in a handshake, or before it, is in no file. */
export function hasFiles(fault: Fault): boolean {
  return !faultGroups.handshake.includes(fault);
}

/**
 * Builds a fault as files.
 * @param at The moment that was asked for, which commands must then be told; undefined for now.
 * @throws PkiError ERR_FAULT_NO_FILES
 */
export function faultFolder(fault: Fault, laboratory: Laboratory, at?: Date): FaultFolder {
  if (!hasFiles(fault)) throw new PkiError("ERR_FAULT_NO_FILES", { fault: fault.id });
  const broken = laboratory.build(fault);
  const mended = laboratory.mend(fault);
  const files = sceneFiles(broken, laboratory.root);
  const text = readme({ fault, broken, mended, files, now: laboratory.at, at });
  return {
    files: [{ name: "README.md", contents: text }, ...files],
    good: sceneFiles(mended, laboratory.root),
  };
}
