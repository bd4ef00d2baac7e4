/** A command over the files of a fault, and what it prints. */
export interface VerifyCommand {
  readonly command: string;
  readonly prints: string;
}
