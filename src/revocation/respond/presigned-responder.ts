import type { CertId } from "../ocsp/cert-id.ts";
import { KeptAnswers } from "./kept-answers.ts";
import type { LiveResponder } from "./live-responder.ts";
import {
  type OcspAnswer,
  type Responder,
  refuse,
  refuseForNow,
  refuseMalformed,
  type SignedAnswer,
} from "./ocsp-answer.ts";
import { type Question, readQuestion } from "./question.ts";
import { type IssuedStatus, sameStatus } from "./served-issuer.ts";

/** Tells that something changed in the CA, without saying what. */
export interface Changes {
  /** Grows. */
  readonly count: number;
}

interface Kept {
  readonly answer: SignedAnswer;
  readonly issued: IssuedStatus;
  /** When a fresh one is signed. Milliseconds. */
  readonly renewAt: number;
  /** The changes up to which it is known to be true. */
  asOf: number;
}

/**
 * Answers from responses that were signed before, and signs when there is none, when half of its time is over, when the state of the
 * certificate changed, or when a nonce asks for one of its own. Only certificates that were issued are kept: nobody can fill the memory.
 */
export class PresignedResponder implements Responder {
  readonly #live: LiveResponder;
  readonly #changes: Changes;
  readonly #now: () => number;
  readonly #kept = new KeptAnswers<Kept>();

  constructor(live: LiveResponder, changes: Changes, now: () => Date) {
    this.#live = live;
    this.#changes = changes;
    this.#now = () => now().getTime();
  }

  answer(requestDer: Uint8Array): OcspAnswer | Promise<OcspAnswer> {
    let question: Question;
    try {
      question = readQuestion(requestDer);
    } catch (error) {
      return refuseMalformed(error);
    }
    const { certIds, nonce } = question;
    if (certIds.length > 1 || nonce !== undefined) return this.#live.answerQuestion(question);
    const [certId] = certIds;
    const kept = this.#kept.get(certId);
    if (kept !== undefined && kept.asOf === this.#changes.count && this.#now() < kept.renewAt) return kept.answer;
    return this.#renew(certId, kept);
  }

  async #renew(certId: CertId, kept: Kept | undefined): Promise<OcspAnswer> {
    const issuer = this.#live.issuerOf(certId);
    if (issuer === undefined) return refuse("unauthorized", "the request is for a certificate of another CA");
    try {
      const asOf = this.#changes.count; // before looking: what changes meanwhile is looked at again
      const looked = await this.#live.look(issuer, certId);
      const { issued } = looked;
      const still = kept !== undefined && issued !== undefined && sameStatus(kept.issued, issued) ? kept : undefined;
      if (still !== undefined) still.asOf = asOf;
      if (still !== undefined && this.#now() < still.renewAt) return still.answer;
      const answer = await this.#live
        .sign(issuer, [looked])
        .catch((error: unknown) => this.#orStillValid(still, error));
      if (issued !== undefined && answer !== still?.answer)
        this.#kept.set(certId, { answer, issued, asOf, renewAt: halfTime(answer) });
      return answer;
    } catch (error) {
      return refuseForNow(error);
    }
  }

  /** A signer that fails is no reason to withhold what is still true and valid. */
  #orStillValid(still: Kept | undefined, error: unknown): SignedAnswer {
    if (still !== undefined && this.#now() < still.answer.nextUpdate.getTime()) return still.answer;
    throw error;
  }
}

function halfTime({ thisUpdate, nextUpdate }: SignedAnswer): number {
  return (thisUpdate.getTime() + nextUpdate.getTime()) / 2;
}
