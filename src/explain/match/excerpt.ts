/** As much as is read word by word; longer texts are logs. */
const READ_WHOLE = 256 * 1024;
/** What is kept around a word that matters: where the message may have begun, and its details. */
const BEFORE = 400;
const AFTER = 1600;

/** Every known message has one of these, or stands close to one. */
const TELLING =
  /certificate|cert_|ssl|tls|x509|x\.509|pkix|handshake|alert|hostname|getaddrinfo|resol|econn|enet|refused|timed? ?out|unreachable|reset|verif|err_|eof|0x800|errsec|nsurl/gi;

/** The whole text, or of a long one the surroundings of the words that matter, up to as much as is read. */
export function excerpt(text: string): string {
  if (text.length <= READ_WHOLE) return text;
  const parts: string[] = [];
  let length = 0;
  let end = 0;
  TELLING.lastIndex = 0;
  for (let hit = TELLING.exec(text); hit !== null && length < READ_WHOLE; hit = TELLING.exec(text)) {
    const part = text.slice(Math.max(end, hit.index - BEFORE), hit.index + AFTER);
    end = hit.index + AFTER;
    TELLING.lastIndex = end;
    parts.push(part);
    length += part.length;
  }
  return parts.length === 0 ? text.slice(0, READ_WHOLE) : parts.join("");
}
