import { resolve } from "node:path";
import { chooseAuthority, requireAuthorities } from "../../ca/choose-authority.ts";
import type { CaContext } from "../../ca/context.ts";
import { publishCrls } from "../../ca/crl/publish-crls.ts";
import { publishedFolder } from "../../ca/crl/published-folder.ts";
import { isPkiError, PkiError } from "../../errors/pki-error.ts";
import type { AuthorityRecord } from "../../store/authority-record.ts";
import type { Store } from "../../store/store.ts";
import { signingAuthority } from "../ca/signing-authority.ts";
import { withStore } from "../ca/store.ts";
import type { ExitCode } from "../command.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { checkReport, renderCheck } from "../crl/check-report.ts";
import { type CrlReport, publishReport, renderPublished } from "../crl/publish-report.ts";
import type { Paint } from "../paint.ts";

type CrlInput = Input<"crl">;

/** Exit status 1 only with --check: when a list needs a successor, or is not there. */
export async function run(context: Context, input: CrlInput): Promise<ExitCode> {
  refuseNonsense(input);
  return withStore(context, async (ca) => {
    const chosen = await chosenAuthorities(ca.store, input);
    const now = context.now();
    if (!input.check) {
      const reports: CrlReport[] = [];
      for (const record of chosen) reports.push(await publish(context, ca, record, input));
      show(context, input, reports, (report, paint) => renderPublished(report, paint, now));
      return 0;
    }
    const reports = await Promise.all(chosen.map((record) => checkReport(ca.store, record, now)));
    show(context, input, reports, (report, paint) => renderCheck(report, paint, now));
    return reports.every(({ fresh }) => fresh) ? 0 : 1;
  });
}

function refuseNonsense({ all, ca, out, days }: CrlInput): void {
  const problem = nonsense(all && (ca ?? out) !== undefined, days);
  if (problem !== undefined)
    throw new PkiError("ERR_USAGE", { problem, advice: "`rootcause crl --help` shows what it takes" });
}

function nonsense(isAllAndOne: boolean, days: number | undefined): string | undefined {
  if (isAllAndOne) return "--all is every CA into the store's folder; --ca and --out are for one";
  return days === 0 ? "a list of no days is out of date as soon as it is signed" : undefined;
}

async function chosenAuthorities(store: Store, { all, ca }: CrlInput): Promise<readonly AuthorityRecord[]> {
  const authorities = await requireAuthorities(store);
  return all ? authorities : [chooseAuthority(authorities, ca)];
}

/** With --all a CA whose key is offline is told of and passed over. */
async function publish(context: Context, ca: CaContext, record: AuthorityRecord, input: CrlInput): Promise<CrlReport> {
  const { all, out, delta, days } = input;
  try {
    const authority = await signingAuthority(context, ca.store, { ...input, ca: record.id });
    const file = out === undefined ? undefined : resolve(context.cwd, out);
    const lists = await publishCrls(ca, authority, { folder: publishedFolder(ca.store), file, delta, days });
    return publishReport(context, record, lists);
  } catch (error) {
    if (!all || !isPkiError(error, "ERR_CA_KEY_OFFLINE")) throw error;
    return { ...publishReport(context, record, []), skipped: "its private key is offline" };
  }
}

/** One value for one CA, a list for --all. */
function show<T>(
  { output }: Context,
  { all }: CrlInput,
  reports: readonly T[],
  render: (report: T, paint: Paint) => string,
): void {
  output.result(all ? reports : reports[0], (_, paint) => reports.map((report) => render(report, paint)).join("\n"));
}
