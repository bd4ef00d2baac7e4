import type { Authority } from "../../ca/authority.ts";
import type { CaContext } from "../../ca/context.ts";
import { type Issued, issue } from "../../ca/issue.ts";
import type { IssueOutcome } from "../../ca/issue-many.ts";
import { signRequest } from "../../ca/sign-request.ts";
import { isPkiError } from "../../errors/pki-error.ts";
import type { Profile } from "../../profile/profile.ts";
import type { Input } from "../commands.ts";
import type { Context } from "../context.ts";
import { issuableProfile } from "../profile-of.ts";
import { parseBatchLine } from "./batch-line.ts";
import { parseRequest } from "./read-request.ts";

/** Issues what a line asks for. A template is read once, however many lines name it. */
export class LineIssuer {
  readonly #context: Context;
  readonly #ca: CaContext;
  readonly #authority: Authority;
  readonly #defaults: Pick<Input<"issue">, "profile" | "days" | "key">;
  readonly #profiles = new Map<string, Promise<Profile>>();

  constructor(context: Context, ca: CaContext, authority: Authority, defaults: Input<"issue">) {
    this.#context = context;
    this.#ca = ca;
    this.#authority = authority;
    this.#defaults = defaults;
  }

  async answer(line: string): Promise<IssueOutcome> {
    try {
      return { issued: await this.#issue(line) };
    } catch (error) {
      if (isPkiError(error)) return { error };
      throw error;
    }
  }

  async #issue(line: string): Promise<Issued> {
    const { names, csr, key, ...terms } = parseBatchLine(line);
    const profile = await this.#profile(terms.profile ?? this.#defaults.profile);
    const order = { profile, days: terms.days ?? this.#defaults.days };
    if (csr === undefined)
      return issue(this.#ca, this.#authority, { ...order, names: names ?? [], key: key ?? this.#defaults.key });
    const request = parseRequest(Buffer.from(csr), "csr");
    return signRequest(this.#ca, this.#authority, request, names === undefined ? order : { ...order, names });
  }

  #profile(called: string): Promise<Profile> {
    const known = this.#profiles.get(called);
    if (known !== undefined) return known;
    const profile = issuableProfile(this.#context, called);
    this.#profiles.set(called, profile);
    return profile;
  }
}
