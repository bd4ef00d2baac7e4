import type { z } from "zod";
import { nearest } from "../nearest.ts";
import { profileFields } from "./profile-fields.ts";

/** What is wrong with a template, and at which of its keys. */
export interface ProfileProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

type Issue = z.core.$ZodIssue;

/** zod's issues in the words of a profile: every unknown field by itself, with the known one that it most likely meant. */
export function profileProblems(issues: readonly Issue[]): readonly ProfileProblem[] {
  return issues.flatMap((issue) => problemsOf(issue, []));
}

/** `subjectAltName.allowed[1]`. */
export function pathText(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[${step}]` : text === "" ? step : `${text}.${step}`),
    "",
  );
}

function problemsOf(issue: Issue, above: readonly (string | number)[]): readonly ProfileProblem[] {
  const path = [...above, ...(issue.path as (string | number)[])];
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: [...path, key], message: unknownField(path, key) }));
  if (issue.code === "invalid_union") return closestBranch(issue.errors).flatMap((inner) => problemsOf(inner, path));
  return [{ path, message: plainMessage(issue.message) }];
}

/** Of the alternatives of a union, the one that came furthest: a list with one bad entry is meant as a list. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (branch: readonly Issue[]) => Math.max(0, ...branch.map((issue) => issue.path.length));
  return [...branches].sort((a, b) => depth(b) - depth(a))[0] ?? [];
}

function unknownField(path: readonly (string | number)[], key: string): string {
  const prefix = pathText([...path, ""]).replace(/\[\d+\]/g, "[]");
  const siblings = profileFields().flatMap((field) => {
    const rest = field.path.startsWith(prefix) ? field.path.slice(prefix.length) : "";
    return /^\w+$/.test(rest) ? [rest] : [];
  });
  const near = nearest(key, siblings);
  return `unknown field; ${near === undefined ? `known are ${siblings.join(", ")}` : `did you mean ${near}?`}`;
}

function plainMessage(message: string): string {
  if (message.endsWith("received undefined")) return "is missing";
  const plain = message.replace(/^Invalid \w+: /, "");
  return plain === "expected string, received number" ? `${plain}; put it in quotes` : plain;
}
