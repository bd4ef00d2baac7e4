/** Text as it comes out of a pipe: UTF-8, or UTF-16 as PowerShell writes it. What is neither becomes replacement characters. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  return new TextDecoder().decode(bytes);
}
