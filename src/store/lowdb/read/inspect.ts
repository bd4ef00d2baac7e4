import { join, relative } from "node:path";
import type { AuditVerdict } from "../../audit.ts";
import type { Intent } from "../../certificate-record.ts";
import type { StoreFacts, StoreProblem } from "../../store-facts.ts";
import type { StoreFiles } from "../store-files.ts";
import { verifyJournal } from "./audit-log.ts";
import { IndexCheck } from "./index-check.ts";
import { openPermissions } from "./permissions.ts";

const REPAIRED_BY_DOCTOR = "`rootcause doctor --fix` puts it right";

/** Reads everything once and says what is there, and what is not as it should be. */
export async function inspectStore(files: StoreFiles): Promise<StoreFacts> {
  const index = new IndexCheck(files);
  const pending = new Map<string, Intent>();
  let certificates = 0;
  const { verdict, torn } = await verifyJournal(files, undefined, (entry, position) => {
    index.see(entry, position);
    if (entry.type === "reserved") pending.set(entry.serial, { serial: entry.serial, ...entry.intent });
    if (entry.type === "issued") certificates++;
    if (entry.type === "issued" || entry.type === "abandoned") pending.delete(entry.serial);
  });
  const { format, id, createdAt, authorities } = files.hierarchy.document;
  return {
    driver: "lowdb",
    format,
    id,
    createdAt,
    authorities: authorities.length,
    certificates,
    auditEntries: verdict.entries,
    pending: [...pending.values()],
    problems: [
      ...journalProblems(verdict, torn),
      ...indexProblems(index.problem),
      ...(await keyProblems(files)),
      ...(await permissionProblems(files)),
    ],
  };
}

function journalProblems({ problem }: AuditVerdict, torn: boolean): readonly StoreProblem[] {
  const path = "journal";
  const problems: StoreProblem[] = [];
  if (problem !== undefined)
    problems.push({
      code: "damaged-journal",
      path,
      message: `${problem.where}: entry ${problem.seq}: ${problem.message}`,
      hint: "restore the journal from a backup; every entry before this one is whole",
    });
  if (torn)
    problems.push({
      code: "torn-entry",
      path,
      message: "the last write was cut off; nobody was told that it was done",
      hint: "the next change cuts it away; nothing is lost",
    });
  return problems;
}

function indexProblems(problem: string | undefined): readonly StoreProblem[] {
  if (problem === undefined) return [];
  const message = `the index is not of this journal: ${problem}`;
  return [{ code: "stale-index", path: "index", message, hint: REPAIRED_BY_DOCTOR }];
}

async function keyProblems({ hierarchy }: StoreFiles): Promise<readonly StoreProblem[]> {
  const { keys, authorities } = hierarchy;
  const present = await keys.names();
  const wanted = authorities.filter(({ keyAt }) => keyAt === "store");
  const missing = wanted.filter(({ id }) => !present.includes(keys.nameOf(id)));
  const unknown = present.filter((name) => !wanted.some(({ id }) => keys.nameOf(id) === name));
  return [
    ...missing.map(({ id, name }): StoreProblem => {
      const message = `the private key of "${name}" is not there`;
      return { code: "missing-key", path: join("keys", keys.nameOf(id)), message, hint: "restore it from a backup" };
    }),
    ...unknown.map((name): StoreProblem => {
      const message = "no authority has this key; its creation was cut off, or somebody put it there";
      return { code: "unknown-key", path: join("keys", name), message, hint: "delete it once you are sure" };
    }),
  ];
}

async function permissionProblems({ layout }: StoreFiles): Promise<readonly StoreProblem[]> {
  return (await openPermissions(layout)).map(({ path, mode, wanted }) => ({
    code: "open-permissions",
    path: relative(layout.root, path) || ".",
    message: `its mode is ${mode.toString(8)} and should be ${wanted.toString(8)}: others can use it`,
    hint: REPAIRED_BY_DOCTOR,
  }));
}
