import type { Severity } from "../../faults/fault.ts";
import { type Html, html } from "./html.ts";

const classes: Readonly<Record<Severity, string>> = {
  "every client refuses": "every",
  "most clients refuse": "most",
  "some clients refuse": "some",
  accepted: "none",
};

/** How many clients refuse, in colour and in words. */
export function severityMark(severity: Severity): Html {
  return html`<span class="severity ${classes[severity]}">${severity}</span>`;
}
