/** One file that the lab makes. What is secret is for its owner's eyes. */
export interface LabFile {
  readonly name: string;
  readonly contents: string | Uint8Array;
  readonly secret?: boolean;
}
