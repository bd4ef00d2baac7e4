import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** Mounting takes root on Linux; elsewhere the tests of real disks are skipped, and the injected faults of the crash tests stand for them. */
export const canMount: boolean = triesToMount();

/** Root may do what it wants, whatever the modes of files say. */
export const modesBind: boolean = triesToOverride();

/** A disk of this size, gone after the test, with a file "ballast" to remove when it is full. */
export function smallDisk(size: string): string {
  const folder = mkdtempSync(join(tmpdir(), "rootcause-disk-"));
  mount("-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder);
  onTestFinished(() => unmount(folder));
  writeFileSync(join(folder, "ballast"), Buffer.alloc(64 * 1024));
  return folder;
}

export function remountReadOnly(disk: string): void {
  mount("-o", "remount,ro", disk);
}

function triesToMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "rootcause-disk-"));
  try {
    mount("-t", "tmpfs", "tmpfs", folder);
    unmount(folder);
    return true;
  } catch {
    rmSync(folder, { recursive: true });
    return false;
  }
}

function triesToOverride(): boolean {
  const file = join(mkdtempSync(join(tmpdir(), "rootcause-mode-")), "read-only");
  writeFileSync(file, "", { mode: 0o400 });
  try {
    writeFileSync(file, "");
    return false;
  } catch {
    return true;
  } finally {
    rmSync(dirname(file), { recursive: true });
  }
}

function mount(...args: string[]): void {
  execFileSync("mount", args, { stdio: "ignore" });
}

function unmount(folder: string): void {
  execFileSync("umount", [folder]);
  rmSync(folder, { recursive: true });
}
