import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deliver } from "../ca/deliver.ts";
import type { TestCertificate } from "./test-certificate.ts";

/** Paths of PEM files. */
export interface TestFiles {
  readonly directory: string;
  readonly cert: string;
  readonly key: string;
  readonly chain: string;
  /** What a server sends: never holds the root. */
  readonly fullchain: string;
  readonly root: string;
  remove(): Promise<void>;
}

export async function writeTestFiles({
  certificate,
  key,
  chain,
  fullchainPem,
  root,
}: TestCertificate): Promise<TestFiles> {
  const directory = await mkdtemp(join(tmpdir(), "rootcause-"));
  await deliver(directory, [
    { name: "cert.pem", contents: certificate.toPem() },
    { name: "key.pem", contents: key.toPem(), secret: true },
    { name: "chain.pem", contents: chain.map((ca) => ca.toPem()).join("") },
    { name: "fullchain.pem", contents: fullchainPem },
    { name: "root.pem", contents: root.toPem() },
  ]);
  return {
    directory,
    cert: join(directory, "cert.pem"),
    key: join(directory, "key.pem"),
    chain: join(directory, "chain.pem"),
    fullchain: join(directory, "fullchain.pem"),
    root: join(directory, "root.pem"),
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}
