import type { CaContext } from "../../ca/context.ts";
import { toPem } from "../../ca/export/pem-files.ts";
import { type Issued, issue } from "../../ca/issue.ts";
import { openAuthority } from "../../ca/open-authority.ts";
import type { PrivateKey } from "../../keys/private-key.ts";
import { builtinProfile } from "../../profile/builtin-profiles.ts";
import type { VerifyResult } from "../../verify/result.ts";
import { verify } from "../../verify/verify.ts";
import { curl } from "./curl.ts";
import { HelloServer } from "./hello-server.ts";
import { type Sight, visit } from "./visit.ts";

/** One connection, as both sides saw it. */
export interface Scene {
  /** Who called, in plain words. */
  readonly caller: string;
  readonly accepted: boolean;
  readonly client: string;
  readonly server: string;
  /** What that means. */
  readonly words: string;
}

export interface Tour {
  readonly ca: string;
  readonly certificates: readonly {
    readonly profile: string;
    readonly names: readonly string[];
    readonly serial: string;
  }[];
  readonly scenes: readonly Scene[];
  /** What the verifier says of the chain where the root is not trusted. */
  readonly stranger: VerifyResult;
}

/** Issues a server and a client certificate, serves with mutual TLS on loopback, and calls as four different clients. */
export async function takeTour(context: CaContext): Promise<Tour> {
  const authority = await openAuthority(context.store);
  const served = await issue(context, authority, {
    profile: builtinProfile("tls-server"),
    names: ["localhost", "127.0.0.1", "::1"],
  });
  const client = await issue(context, authority, {
    profile: builtinProfile("tls-client"),
    names: ["alice@example.test"],
  });
  const server = await HelloServer.start({ ...identityOf(served), ca: served.root.toPem() });
  try {
    return {
      ca: authority.name,
      certificates: [served, client].map(({ record: { profile, names, serial } }) => ({ profile, names, serial })),
      scenes: await playScenes(server, served.root.toPem(), identityOf(client)),
      stranger: verify([served.certificate, ...served.chain], { trust: [], name: "localhost", at: context.now() }),
    };
  } finally {
    await server.stop();
  }
}

interface Identity {
  readonly key: string;
  readonly cert: string;
}

function identityOf({ certificate, chain, key }: Issued): Identity {
  return { key: (key as PrivateKey).toPem(), cert: toPem([certificate, ...chain]) };
}

async function playScenes(server: HelloServer, root: string, alice: Identity): Promise<readonly Scene[]> {
  const scene = async (caller: string, words: string, sight: Promise<Sight | undefined>): Promise<readonly Scene[]> => {
    const seen = await sight;
    if (seen === undefined) return [];
    return [{ caller, accepted: seen.accepted, client: seen.text, server: await server.nextSight(), words }];
  };
  const { port } = server;
  return [
    ...(await scene(
      "a client that does not know the root",
      "it cannot tell this server from an impostor, so it hangs up",
      visit(port, { ca: [] }),
    )),
    ...(await scene(
      "a client that trusts the root and shows no certificate",
      "it accepts the server, but the server wants to know who calls, and hangs up",
      visit(port, { ca: [root] }),
    )),
    ...(await scene(
      "a client that trusts the root and shows its certificate",
      "both sides know each other",
      visit(port, { ca: [root], ...alice }),
    )),
    ...(await scene(
      "curl with the same three files",
      "other people's programs agree",
      curl(port, { ca: [root], ...alice }),
    )),
  ];
}
