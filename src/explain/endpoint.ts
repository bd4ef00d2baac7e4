/** Where the failed call went. */
export interface Endpoint {
  readonly host: string;
  readonly port: string;
}

/** How messages name it: a URL, urllib3's pool, OpenSSL's `host:port`, PHP's `ssl://`. Bounded repetitions: the time stays linear. */
const forms: readonly RegExp[] = [
  /\bhost='([\w.-]{1,253})', port=(\d{1,5})/,
  /\b(?:https|ssl|tls|wss|ldaps):\/\/([\w.-]{1,253})(?::(\d{1,5}))?/,
  /\bpeeraddr=([\d.]{7,15}):(\d{1,5})/,
  /\bin connection to ([\w.-]{1,253}):(\d{1,5})/,
  /\bdial tcp (?:lookup )?([\w.-]{1,253}):(\d{1,5})/,
  /\bconnect to ([\w.-]{1,253}) port (\d{1,5})/,
  /\bECONNREFUSED ([\w.-]{1,253}):(\d{1,5})/,
];

/** The host and port that a text names in the line of a message, else nearest to it; port 443 if only a URL's host. */
export function endpointIn(text: string, offset: number): Endpoint | undefined {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return firstIn(text.slice(start, end < 0 ? text.length : end)) ?? nearestIn(text, offset);
}

function firstIn(text: string): Endpoint | undefined {
  for (const form of forms) {
    const [, host, port = "443"] = form.exec(text) ?? [];
    if (host !== undefined) return { host, port };
  }
  return undefined;
}

function nearestIn(text: string, offset: number): Endpoint | undefined {
  let nearest: Endpoint | undefined;
  let distance = Number.POSITIVE_INFINITY;
  for (const form of forms)
    for (const { 1: host, 2: port = "443", index } of text.matchAll(new RegExp(form, "g"))) {
      if (host === undefined || Math.abs(index - offset) >= distance) continue;
      nearest = { host, port };
      distance = Math.abs(index - offset);
    }
  return nearest;
}

/** A command for this place; without one HOST and PORT stay to be filled in. */
export function fillIn(command: string, endpoint: Endpoint | undefined): string {
  if (endpoint === undefined) return command;
  return command.replaceAll("HOST", endpoint.host).replaceAll("PORT", endpoint.port);
}
