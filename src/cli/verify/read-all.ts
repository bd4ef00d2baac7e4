/** What all of the files hold, one after the other. */
export async function readAll(
  paths: readonly string[],
  read: (path: string) => Promise<readonly Uint8Array[]>,
): Promise<readonly Uint8Array[]> {
  const all: Uint8Array[] = [];
  for (const path of paths) all.push(...(await read(path)));
  return all;
}
