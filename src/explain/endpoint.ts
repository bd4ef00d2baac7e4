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

/** The host and port that a text names, port 443 if only a URL's host. */
export function endpointIn(text: string): Endpoint | undefined {
  for (const form of forms) {
    const [, host, port = "443"] = form.exec(text) ?? [];
    if (host !== undefined) return { host, port };
  }
  return undefined;
}

/** A command for this place; without one HOST and PORT stay to be filled in. */
export function fillIn(command: string, endpoint: Endpoint | undefined): string {
  if (endpoint === undefined) return command;
  return command.replaceAll("HOST", endpoint.host).replaceAll("PORT", endpoint.port);
}
