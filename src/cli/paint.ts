import { styleText } from "node:util";

const styles = ["bold", "dim", "red", "green", "yellow", "cyan"] as const;

/** Colours, which are plain text when colour is off. */
export type Paint = Readonly<Record<(typeof styles)[number], (text: string) => string>>;

/** Whether there is colour is decided by the caller: looking at the terminal once more would open it. */
export function paintIf(color: boolean): Paint {
  const paint = (style: (typeof styles)[number]) => (text: string) =>
    color ? styleText(style, text, { validateStream: false }) : text;
  return Object.fromEntries(styles.map((style) => [style, paint(style)])) as Paint;
}
