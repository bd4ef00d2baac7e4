import { describe, expect, it } from "vitest";
import { bsslExceptions, limboExceptions, limboWebpkiExceptions } from "./exceptions.ts";
import {
  asAnswers,
  type Exception,
  explained,
  headlineFits,
  isLocated,
  isMentioned,
  namesAll,
  score,
  share,
  wrongAnswers,
} from "./score.ts";
import { readCases, type VerificationCase } from "./vcases.ts";

/** Runs a suite over a corpus, or says that the data is not there. */
function corpus(name: string, suite: (cases: readonly VerificationCase[]) => void): void {
  const cases = readCases(name);
  if (cases === undefined) describe.skip(`${name}: ../shared/data is not here`, () => it("runs", () => undefined));
  else describe(name, () => suite(cases));
}

function holds(cases: readonly VerificationCase[], exceptions: readonly Exception[] = [], rules?: string): void {
  const scored = score(cases, rules);
  it("answers every case, and never with an error of its own", () => {
    expect(scored.filter(({ answer }) => answer.error !== undefined)).toEqual([]);
    expect(scored.filter(({ answer }) => answer.findings.some(({ code }) => code === "rule-crashed"))).toEqual([]);
  });
  it("answers as expected but for the listed exceptions", () => {
    expect([...wrongAnswers(scored)].sort()).toEqual([...asAnswers(exceptions)].sort());
  });
  it("names the reason first in at least 95 of 100", () => {
    expect(share(explained(scored), headlineFits)).toBeGreaterThanOrEqual(0.95);
  });
}

corpus("pkits", (cases) => holds(cases));

corpus("limbo-bettertls", (cases) => holds(cases));

corpus("limbo-core", (cases) => {
  describe("what a verifier must do", () => {
    holds(
      cases.filter(({ bucket }) => bucket === "core" || bucket === "dos"),
      limboExceptions,
    );
  });
  describe("what the CA/Browser Forum forbids", () => {
    holds(
      cases.filter(({ bucket }) => bucket === "cabf"),
      limboWebpkiExceptions,
      "webpki",
    );
  });
  it("warns of what a CA must not issue", () => {
    const scored = score(cases.filter(({ bucket }) => bucket === "issuer"));
    const unmentioned = scored.filter((one) => one.one.x === "reject" && !isMentioned(one));
    expect(unmentioned.map(({ one }) => one.id)).toEqual([]);
  });
});

corpus("bssl-chains", (cases) => holds(cases, bsslExceptions));

corpus("explain", (cases) => {
  holds(cases);
  const scored = score(cases);
  it("names all reasons of cases with several", () => {
    const several = explained(scored).filter(({ one }) => one.all !== undefined);
    expect(several.length).toBeGreaterThan(0);
    expect(share(several, namesAll)).toBeGreaterThanOrEqual(0.9);
  });
  it("names the right certificate", () => {
    const placed = explained(scored).filter(({ one }) => typeof one.at === "number" && one.all === undefined);
    expect(placed.length).toBeGreaterThan(0);
    expect(share(placed, isLocated)).toBeGreaterThanOrEqual(0.95);
  });
});
