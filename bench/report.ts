import { styleText } from "node:util";

/** A line of the report: what we reach, the limit or rival of the same run, and what we aim at. */
export interface Line {
  readonly what: string;
  readonly ours: string;
  readonly against: string;
  readonly theirs: string;
  readonly ratio: number;
  /** The aim for `ratio`, with its direction: at least (default) or at most. */
  readonly aim?: number;
  readonly atMost?: boolean;
}

export function printReport(title: string, lines: readonly Line[]): void {
  console.log(`\n${styleText("bold", title)}`);
  const rows = [["", "ours", "beside", "", "ratio", "aim"], ...lines.map(cells)];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  rows.forEach((row, index) => {
    const line = row
      .map((cell, column) => (column % 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join("  ");
    const source = lines[index - 1];
    console.log(source?.aim === undefined ? line : styleText(reached(source) ? "green" : "yellow", line));
  });
}

export function perSecond(rate: number): string {
  return `${Math.round(rate).toLocaleString("en")}/s`;
}

function cells(line: Line): string[] {
  const aim = line.aim === undefined ? "" : `${line.atMost ? "≤" : "≥"} ${line.aim}`;
  return [line.what, line.ours, line.against, line.theirs, line.ratio.toPrecision(3), aim];
}

function reached(line: Line): boolean {
  return line.atMost ? line.ratio <= (line.aim as number) : line.ratio >= (line.aim as number);
}
