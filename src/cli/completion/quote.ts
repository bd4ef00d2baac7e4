/** In single quotes, as POSIX shells and zsh take it. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
