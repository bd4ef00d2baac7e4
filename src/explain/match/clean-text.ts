const ESC = String.fromCharCode(0x1b);
const BEL = String.fromCharCode(0x07);

/** Control sequences of terminals: colours, cursor moves, titles. @see ECMA-48 section 5.4 */
const CONTROL = new RegExp(`${ESC}(?:\\[[0-?]*[ -/]*[@-~]|\\][^${BEL}${ESC}]*(?:${BEL}|${ESC}\\\\)?|[@-Z\\\\^_])`, "g");

/** Colours as JSON logs, `repr`, `cat -v` and syslog write them, or what is left of them without their ESC. */
const COLOUR = /(?:\\(?:u001[bB]|x1[bB]|033|e)|#033|\^\[)\[[0-9;]{0,16}m|\[[0-9;]{1,16}m/g;

/** Line breaks and quotes as JSON logs and `repr` write them. */
const ESCAPED = /\\[nrt"'\\]/g;

/** What loggers, mailers, container tools and npm put before each line. */
const PREFIX =
  /^[ \t>|]*(?:[\w.-]{1,40}[-_]\d{1,3} {0,20}\| )?(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[^\s\]]{0,16}\]? {0,4}(?:(?:error|warn|warning|info|debug|fatal)\b:? {0,4})?)?(?:\[(?:error|warn|warning|info|debug|fatal)\]:? ?)?(?:npm (?:ERR!|error) ?)?/gim;

/** The text without colours, escapes and prefixes, so that a message that was wrapped over lines is in one piece. */
export function cleanText(text: string): string {
  return text.replace(CONTROL, "").replace(COLOUR, "").replace(ESCAPED, " ").replace(PREFIX, "");
}
