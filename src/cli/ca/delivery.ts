import { parse, relative, resolve } from "node:path";
import type { Delivery } from "../../ca/issue-into.ts";
import type { Context } from "../context.ts";

/** The options that say where files go. */
export interface DeliveryValues {
  readonly out: string | undefined;
  readonly overwrite: boolean;
}

/** Files in the folder that was asked for, else in one named after the certificate: `localhost`, `wildcard.example.test`. */
export function deliveryOf(
  { cwd }: Context,
  { out, overwrite }: DeliveryValues,
  called: string,
  what: Pick<Delivery, "formats" | "passphrase">,
): Delivery {
  return { ...what, directory: resolve(cwd, out ?? folderName(called)), overwrite };
}

function folderName(name: string): string {
  const safe = name
    .replace("*", "wildcard")
    .replace(/[^\p{L}\p{N}.@_-]+/gu, "_")
    .replace(/^\.+/, "");
  return safe || "certificate";
}

/** Paths by what the files are: `cert`, `key`, `chain`, `fullchain`, `root`, `p12`; what is no PEM by its whole name. */
export type PathsByKind = Readonly<Record<string, string>>;

export function pathsByKind(context: Context, paths: readonly string[]): PathsByKind {
  return Object.fromEntries(paths.map((path) => [kindOf(path), shortPath(context, path)]));
}

function kindOf(path: string): string {
  const { name, ext, base } = parse(path);
  if (base === "cert.p12") return "p12";
  return ext === ".pem" ? name : base;
}

/** Relative to the working directory where that is shorter. */
export function shortPath({ cwd }: Pick<Context, "cwd">, path: string): string {
  const short = relative(cwd, path);
  return short.length < path.length && !short.startsWith("..") ? short : path;
}
