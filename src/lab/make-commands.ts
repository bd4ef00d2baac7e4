import type { Fault } from "../faults/fault.ts";
import { hasFiles } from "./make/fault-folder.ts";

/** The commands that make a fault: as files where files can hold it, and live. */
export function makeCommands(fault: Fault): readonly string[] {
  const asFiles = hasFiles(fault) ? [`rootcause lab make ${fault.id}`] : [];
  return [...asFiles, `rootcause lab serve ${fault.id}`];
}
