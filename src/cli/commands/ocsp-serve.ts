import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Authority } from "../../ca/authority.ts";
import type { PublicationState } from "../../ca/crl/publication-loop.ts";
import { publishedFolder } from "../../ca/crl/published-folder.ts";
import { Publisher } from "../../ca/crl/publisher.ts";
import type { OpenedAuthorities } from "../../ca/ocsp/open-responder.ts";
import { StoreChanges } from "../../ca/ocsp/store-changes.ts";
import { PresignedResponder } from "../../revocation/respond/presigned-responder.ts";
import { AuthorityCertificates } from "../../server/authority-certificates.ts";
import { FolderResponder } from "../../server/folder-responder.ts";
import { firstOf } from "../../server/publications.ts";
import { PublishedCrls } from "../../server/published-crls.ts";
import { withStore } from "../ca/store.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { openStoreResponder, tellLeft } from "../ocsp/open-store-responder.ts";
import { failureReporter, serveUntilStopped } from "../ocsp/serve-until-stopped.ts";
import { fileReadError } from "../read-input.ts";

/** Ends when it is told to. */
export async function run(context: Context, input: Input<"ocsp serve">): Promise<ExitCode> {
  if (input.dir === undefined) await serveStore(context, input);
  else await serveFolder(context, input, input.dir);
  return 0;
}

/** What it hands out stays fresh: responses, responders' certificates and CRLs are all renewed while it runs. */
function serveStore(context: Context, input: Input<"ocsp serve">): Promise<void> {
  return withStore(context, async (ca) => {
    const opened = await openStoreResponder(context, ca, input);
    const report = failureReporter(context);
    const onChange = ({ failure }: PublicationState) => failure && report(`CRL: ${failure.error}`);
    const folder = publishedFolder(ca.store);
    const crls = join(folder, "crl");
    const publisher = new Publisher(ca, { authorities: withKeys(opened), folder, onChange });
    const changes = new StoreChanges(
      ca.store,
      (error) => report(String(error)),
      async () => {
        const more = await opened.refresh();
        tellLeft(context, more);
        for (const { name } of more.served) context.output.note(`rootcause: now for "${name}" too`);
        await Promise.all(withKeys(more).map((authority) => publisher.add(authority)));
      },
    );
    await publisher.start();
    await changes.start();
    try {
      await serveUntilStopped(context, input, {
        responder: new PresignedResponder(opened.live, changes, context.now),
        publications: firstOf(new AuthorityCertificates(ca.store), new PublishedCrls(crls)),
        about: { for: opened.served.map(({ name }) => name), crls },
      });
    } finally {
      changes.stop();
      await publisher.stop();
    }
  });
}

/** Those whose CRLs can be signed here. */
function withKeys({ served }: OpenedAuthorities): readonly Authority[] {
  return served.flatMap(({ authority }) => authority ?? []);
}

async function serveFolder(context: Context, input: Input<"ocsp serve">, dir: string): Promise<void> {
  const from = resolve(context.cwd, dir);
  const names = await readdir(from).catch((error) => {
    throw fileReadError(dir, error);
  });
  if (names.length === 0)
    context.output.note(`rootcause: ${dir} is empty: \`rootcause ocsp presign --out ${dir}\` fills it`);
  await serveUntilStopped(context, input, { responder: new FolderResponder(from, context.now), about: { from } });
}
