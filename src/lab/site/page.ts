import { hash } from "node:crypto";
import { Html, html } from "./html.ts";
import { script } from "./script.ts";
import { style } from "./style.ts";

/** A page of the lab in its frame. Nothing of it comes from elsewhere. */
export function page(title: string, body: Html): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${new Html(style)}</style>
</head>
<body>
<header><a href="/">rootcause lab</a> <span class="quiet">broken on purpose</span></header>
<main>
${body}
</main>
<footer><p>Everything here is made anew at each start, on this machine alone. <a href="/faults.json">faults.json</a> says it to scripts;
<code>rootcause explain ID</code> to a terminal.</p></footer>
<script>${new Html(script)}</script>
</body>
</html>
`.text;
}

/** Allows the one stylesheet and the one script, by their hashes, and nothing else. */
export const contentSecurityPolicy: string = [
  "default-src 'none'",
  `style-src '${hashSource(style)}'`,
  `script-src '${hashSource(script)}'`,
  "img-src data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

function hashSource(text: string): string {
  return `sha256-${hash("sha256", text, "base64")}`;
}

/** A block of shell, which a button copies. @param what it is, for those who do not see it. */
export function commandBlock(what: string, command: string): Html {
  return html`<div class="command" data-what="${what}"><pre tabindex="0"><code>${command}</code></pre></div>`;
}
