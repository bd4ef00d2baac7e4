import type { RuleSet } from "../rule-set.ts";
import { chromium } from "./chromium.ts";
import { firefox } from "./firefox.ts";
import { gnutls } from "./gnutls.ts";
import { go } from "./go.ts";
import { java } from "./java.ts";
import { node } from "./node.ts";
import { openssl } from "./openssl.ts";
import { python313 } from "./python-3.13.ts";
import { rfc5280 } from "./rfc5280.ts";
import { rustls } from "./rustls.ts";
import { webpki } from "./webpki.ts";

export type RuleSetName =
  | "rfc5280"
  | "webpki"
  | "python-3.13"
  | "openssl"
  | "node"
  | "go"
  | "java"
  | "gnutls"
  | "chromium"
  | "firefox"
  | "rustls";

/** Every rule set by its name. */
export const ruleSets: Readonly<Record<RuleSetName, RuleSet>> = {
  rfc5280,
  webpki,
  "python-3.13": python313,
  openssl,
  node,
  go,
  java,
  gnutls,
  chromium,
  firefox,
  rustls,
};

/** @throws TypeError when there is no such set */
export function ruleSetNamed(name: string): RuleSet {
  if (Object.hasOwn(ruleSets, name)) return ruleSets[name as RuleSetName];
  throw new TypeError(`${name} is not a rule set: take one of ${Object.keys(ruleSets).join(", ")}`);
}
