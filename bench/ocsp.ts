import { type ChildProcess, spawn } from "node:child_process";
import { generateKeyPairSync, sign } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Authority } from "../src/ca/authority.ts";
import type { CaContext } from "../src/ca/context.ts";
import { createCa } from "../src/ca/create-ca.ts";
import { issue } from "../src/ca/issue.ts";
import { openResponder } from "../src/ca/ocsp/open-responder.ts";
import { PrivateKey } from "../src/keys/private-key.ts";
import { builtinProfile } from "../src/profile/builtin-profiles.ts";
import { encodeCertId } from "../src/revocation/ocsp/cert-id.ts";
import { encodeOcspRequest } from "../src/revocation/ocsp/ocsp-request.ts";
import { PresignedResponder } from "../src/revocation/respond/presigned-responder.ts";
import { createStore } from "../src/store/open.ts";
import type { Certificate } from "../src/x509/certificate.ts";
import { Name } from "../src/x509/name.ts";
import { race } from "./harness.ts";
import { type LoadedServer, raceServers } from "./http-load.ts";
import { pkijsResponder } from "./peers/pkijs-ocsp.ts";
import { type Line, perSecond, printReport } from "./report.ts";
import { startPeer } from "./start-peer.ts";

const now = () => new Date();
const terms = { signBy: "delegate", validityMs: 43_200_000, nonIssued: "unknown" } as const;
const nonce = new Uint8Array(32).fill(7);

/** OCSP: signing answers in this process, and answering over HTTP beside the barest server that Node can be. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "rootcause-bench-"));
  const location = join(folder, "ca-store");
  const store = await createStore(location, { now });
  const children: ChildProcess[] = [];
  try {
    const ca = { store, now };
    const { issuing } = await createCa(ca, { name: "Bench" });
    const { certificate } = await issue(ca, issuing, { profile: builtinProfile("tls-server"), names: ["localhost"] });
    const size = await signing(ca, issuing, certificate);
    await serving({ folder, location, issuing, certificate, size, children }, ca);
  } finally {
    for (const child of children) child.kill();
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

/** Answers the size of a response. */
async function signing(ca: CaContext, issuing: Authority, certificate: Certificate): Promise<number> {
  const { live } = await openResponder(ca, terms);
  const responder = new PresignedResponder(live, { count: 0 }, now);
  const request = requestFor(issuing, certificate, nonce);
  const { der } = await responder.answer(request);
  const bareKey = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  const message = Buffer.alloc(200);
  const pkijs = await pkijsResponder(der);
  const rates = await race({
    live: { run: () => responder.answer(request) },
    bare: { run: () => sign("sha256", message, bareKey) },
    pkijs: { run: () => pkijs(request) },
  });
  const line = (against: string, theirs: number, aim?: number): Line => ({
    what: "request with a nonce read, response signed",
    ours: perSecond(rates.live),
    against,
    theirs: perSecond(theirs),
    ratio: rates.live / theirs,
    ...(aim === undefined ? {} : { aim }),
  });
  printReport("OCSP responses signed while the client waits, P-256", [
    line("bare P-256 signature", rates.bare, 0.5),
    line("pkijs, without any lookup", rates.pkijs),
  ]);
  return der.length;
}

interface ServingInput {
  readonly folder: string;
  readonly location: string;
  readonly issuing: Authority;
  readonly certificate: Certificate;
  /** Of a response. */
  readonly size: number;
  readonly children: ChildProcess[];
}

async function serving(input: ServingInput, ca: CaContext): Promise<void> {
  const { location, issuing, certificate, size, children } = input;
  const started = async (...args: readonly string[]): Promise<Pick<LoadedServer, "process" | "port">> => {
    const child = startPeer("ocsp-server", ...args);
    children.push(child);
    return { process: child, port: Number((await once(child.stdout, "data"))[0]) };
  };
  const path = encodeURIComponent(Buffer.from(requestFor(issuing, certificate)).toString("base64"));
  const get = Buffer.from(`GET /ocsp/${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  const bare = await started("constant", String(size));
  const ours = await started("ocsp", location);
  const openssl = await startOpenssl(input, ca);
  const rates = await raceServers({
    bare: { ...bare, request: get },
    presigned: { ...ours, request: get },
    live: { ...ours, request: post(requestFor(issuing, certificate, nonce)) },
    openssl: { ...openssl, request: post(requestFor(issuing, certificate, nonce)), closes: true },
  });
  const line = (what: string, rate: number, against: string, theirs: number, aim?: number): Line => ({
    what,
    ours: perSecond(rate),
    against,
    theirs: perSecond(theirs),
    ratio: rate / theirs,
    ...(aim === undefined ? {} : { aim }),
  });
  printReport("OCSP over HTTP, 32 connections, per CPU second of the server", [
    line("signed before, GET", rates.presigned, `node:http, a constant of ${size} octets`, rates.bare, 0.7),
    line("signed for a nonce, POST", rates.live, "openssl ocsp -port, one connection each", rates.openssl),
    line("signed before, GET", rates.presigned, "openssl ocsp -port, one connection each", rates.openssl),
  ]);
}

/** OpenSSL's responder about the same certificate. It hangs after a connection without a request: nobody may knock to see if it is up. */
async function startOpenssl({ folder, issuing, certificate, children }: ServingInput, ca: CaContext) {
  const key = PrivateKey.generate("ecdsa-p256");
  const order = { profile: builtinProfile("ocsp-signer"), names: [], subject: Name.fromString("CN=responder") };
  const delegate = await issue(ca, issuing, { ...order, key: key.publicKey });
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write("ca.pem", issuing.certificate.toPem());
  write("responder.pem", delegate.certificate.toPem());
  write("responder.key", key.toPem());
  write("index.txt", `V\t400101000000Z\t\t${certificate.serialHex.toUpperCase()}\tunknown\t/CN=localhost\n`);
  const port = 20_000 + (process.pid % 10_000);
  const signer = ["-rsigner", "responder.pem", "-rkey", "responder.key", "-CA", "ca.pem"];
  const args = ["ocsp", "-port", String(port), "-index", "index.txt", ...signer, "-ndays", "1"];
  const child = spawn("openssl", args, { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  children.push(child);
  await once(child.stderr, "data");
  child.stderr.resume();
  return { process: child, port };
}

function requestFor({ certificate: issuer }: Authority, { serialNumber }: Certificate, asked?: Uint8Array): Uint8Array {
  return encodeOcspRequest([encodeCertId("sha1", issuer, serialNumber)], asked);
}

function post(body: Uint8Array): Buffer {
  const head = `POST /ocsp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/ocsp-request\r\nContent-Length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
}
