import { get } from "node:https";

/** What a client trusts and shows. PEM. */
export interface VisitOptions {
  /** No roots but these. */
  readonly ca: readonly string[];
  readonly key?: string;
  readonly cert?: string;
}

/** What the client says: the answer, or the error that it would print. */
export interface Sight {
  readonly accepted: boolean;
  readonly text: string;
}

/** One HTTPS request to localhost. */
export function visit(port: number, { ca, ...identity }: VisitOptions): Promise<Sight> {
  return new Promise((resolve) => {
    const options = { host: "localhost", port, family: 4, agent: false, ca: [...ca], ...identity };
    const request = get(options, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("end", () => resolve({ accepted: true, text: body.trim() }));
    });
    request.on("error", (error) => resolve({ accepted: false, text: errorText(error) }));
  });
}

/** As Node prints it: the code, and the sentence where OpenSSL's line holds one. */
function errorText({ code, message }: NodeJS.ErrnoException): string {
  const sentence = message.includes(":SSL routines:") ? message.split(":").at(-4) : message;
  return code === undefined ? message : `${code}: ${sentence}`;
}
