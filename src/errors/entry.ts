/** Exit statuses of the command line: 0 ok, 1 findings, 2 usage (bad input), 3 our failure, 4 network, 5 refused by policy. */
export type ExitStatus = 1 | 2 | 3 | 4 | 5;

/** One row of the error catalogue. `title` and `hint` may hold `{fact}` holes that the thrower fills. */
export interface ErrorEntry {
  readonly title: string;
  readonly hint: string;
  readonly exit: ExitStatus;
  readonly http: number;
}
