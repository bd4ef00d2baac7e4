/** Markup that is safe to send: everything in it that came from elsewhere has been escaped. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: markup as it is, anything else as text, and nothing for what is not there. */
export type HtmlValue = Html | string | number | false | undefined | readonly HtmlValue[];

/** A template of markup. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(parts.reduce((text, part, i) => text + render(values[i - 1]) + part));
}

/** Prose of the catalogue, in which `code` stands between backticks. */
export function prose(text: string): Html {
  const pieces = text.split("`");
  return html`${pieces.map((piece, i) => (i % 2 === 1 && i < pieces.length - 1 ? html`<code>${piece}</code>` : piece))}`;
}

function render(value: HtmlValue): string {
  if (value instanceof Html) return value.text;
  if (value === undefined || value === false) return "";
  return typeof value === "object" ? value.map(render).join("") : escaped(String(value));
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Harmless between tags and between quotes. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] as string);
}
