import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";
import { PkiError } from "../../../errors/pki-error.ts";

/** What we use of the native part of fs-native-extensions; offset 0 and length 0 are the whole file. */
interface LockBinding {
  tryLock(fd: number, offset: number, length: number, exclusive: boolean): void;
  unlock(fd: number, offset: number, length: number): void;
}

let binding: LockBinding | undefined;

/** Takes the kernel's lock on an open file unless another open file holds it. It ends with the process, however that ends. */
export function tryLock(fd: number): boolean {
  binding ??= loadBinding();
  try {
    binding.tryLock(fd, 0, 0, true);
    return true;
  } catch (error) {
    if (isHeldElsewhere(error)) return false;
    throw unsupported(error);
  }
}

export function unlock(fd: number): void {
  binding?.unlock(fd, 0, 0);
}

/** The prebuilt file by its name: the package's own search for it takes ten times as long, and finds none under musl, where it works. */
function loadBinding(): LockBinding {
  const require = createRequire(import.meta.url);
  try {
    const prebuilds = join(dirname(require.resolve("fs-native-extensions/package.json")), "prebuilds");
    return require(join(prebuilds, `${platform()}-${arch()}`, "fs-native-extensions.node")) as LockBinding;
  } catch (error) {
    throw unsupported(error);
  }
}

/** The lock violation of Windows arrives as EBUSY. */
function isHeldElsewhere(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "EAGAIN" || error.code === "EBUSY");
}

function unsupported(error: unknown): PkiError {
  const reason = error instanceof Error ? error.message : String(error);
  return new PkiError("ERR_STORE_LOCK_UNSUPPORTED", { platform: `${platform()}-${arch()}`, reason }, { cause: error });
}
