import type { DoctorCheck, DoctorFinding, ExaminedAuthority } from "./doctor-check.ts";

const DAY_MS = 86_400_000;
/** The last part of its life in which a CA should be replaced: what it issues then gets shorter and shorter. */
const LAST_PART = 0.2;

export const authorityDates: DoctorCheck = {
  id: "authority-dates",
  summary: "Every authority is valid, and will be for a while.",
  *run({ authorities, now }) {
    for (const authority of authorities) {
      const finding = judge(authority, now);
      if (finding !== undefined) yield finding;
    }
  },
};

function judge({ record: { name, kind }, certificate }: ExaminedAuthority, now: Date): DoctorFinding | undefined {
  const { notBefore, notAfter } = certificate.validity;
  const next =
    kind === "root"
      ? "make a new CA beside it with `rootcause init` and another --store, and have clients trust both for a while"
      : "add its successor with `rootcause ca add-intermediate`, and issue from that";
  if (now > notAfter)
    return {
      code: "authority-expired",
      severity: "error",
      message: `"${name}" expired at ${notAfter.toISOString()}`,
      next,
    };
  if (now < notBefore)
    return {
      code: "authority-not-yet-valid",
      severity: "error",
      message: `"${name}" is valid from ${notBefore.toISOString()} on, and it is ${now.toISOString()} here`,
      next: "check the clock of this machine",
    };
  const left = notAfter.getTime() - now.getTime();
  if (left > LAST_PART * (notAfter.getTime() - notBefore.getTime())) return undefined;
  const days = Math.floor(left / DAY_MS);
  return { code: "authority-expires-soon", severity: "warning", message: `"${name}" expires in ${days} days`, next };
}
