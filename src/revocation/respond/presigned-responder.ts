import type { CertId } from "../ocsp/cert-id.ts";
import { KeptAnswers } from "./kept-answers.ts";
import type { LiveResponder } from "./live-responder.ts";
import { type OcspAnswer, type Responder, refuse, refuseForNow, type SignedAnswer } from "./ocsp-answer.ts";
import { QuestionReader } from "./question-reader.ts";
import { type IssuedStatus, type ServedIssuer, sameStatus } from "./served-issuer.ts";

/** Tells that something changed in the CA, without saying what. */
export interface Changes {
  /** Grows. */
  readonly count: number;
}

/** What is known of one certificate. */
interface Known {
  readonly issuer: ServedIssuer;
  readonly issued: IssuedStatus;
  /** The changes up to which that is so. */
  readonly asOf: number;
  /** The response that was signed for everybody. */
  answer: SignedAnswer | undefined;
}

/**
 * Answers from responses that were signed before, and signs when there is none, when half of its time is over, when the state of the
 * certificate changed, or when a nonce asks for one of its own. Only certificates that were issued are kept: nobody can fill the memory.
 */
export class PresignedResponder implements Responder {
  readonly #live: LiveResponder;
  readonly #changes: Changes;
  readonly #now: () => number;
  readonly #questions = new QuestionReader();
  readonly #known = new KeptAnswers<Known>();

  constructor(live: LiveResponder, changes: Changes, now: () => Date) {
    this.#live = live;
    this.#changes = changes;
    this.#now = () => now().getTime();
  }

  answer(requestDer: Uint8Array): OcspAnswer | Promise<OcspAnswer> {
    const { question, refused } = this.#questions.read(requestDer);
    if (refused !== undefined) return refused;
    const { certIds, nonce } = question;
    if (certIds.length > 1) return this.#live.answerQuestion(question);
    const known = this.#known.get(certIds[0]);
    const current = known?.asOf === this.#changes.count ? known : undefined;
    return (nonce === undefined && this.#fresh(current)) || this.#sign(certIds[0], nonce, known);
  }

  async #sign(certId: CertId, nonce: Uint8Array | undefined, before: Known | undefined): Promise<OcspAnswer> {
    const issuer = before?.issuer ?? this.#live.issuerOf(certId);
    if (issuer === undefined) return refuse("unauthorized", "the request is for a certificate of another CA");
    try {
      const known = before?.asOf === this.#changes.count ? before : await this.#look(issuer, certId, before);
      if (nonce !== undefined) return await this.#live.sign(issuer, [{ certId, issued: known?.issued }], nonce);
      return this.#fresh(known) ?? (await this.#renew(issuer, certId, known));
    } catch (error) {
      return refuseForNow(error);
    }
  }

  /** What is known now; undefined: it was never issued. The response that was signed before stays when it is still true. */
  async #look(issuer: ServedIssuer, certId: CertId, before: Known | undefined): Promise<Known | undefined> {
    const asOf = this.#changes.count; // before looking: what changes meanwhile is looked at again
    const { issued } = await this.#live.look(issuer, certId);
    if (issued === undefined) return undefined;
    const answer = before !== undefined && sameStatus(before.issued, issued) ? before.answer : undefined;
    const known = { issuer, issued, asOf, answer };
    this.#known.set(certId, known);
    return known;
  }

  /** A signer that fails is no reason to withhold what is still true and valid. */
  async #renew(issuer: ServedIssuer, certId: CertId, known: Known | undefined): Promise<SignedAnswer> {
    try {
      const answer = await this.#live.sign(issuer, [{ certId, issued: known?.issued }]);
      if (known !== undefined) known.answer = answer;
      return answer;
    } catch (error) {
      if (known?.answer !== undefined && this.#now() < known.answer.nextUpdate.getTime()) return known.answer;
      throw error;
    }
  }

  #fresh(known: Known | undefined): SignedAnswer | undefined {
    const answer = known?.answer;
    return answer !== undefined && this.#now() < halfTime(answer) ? answer : undefined;
  }
}

function halfTime({ thisUpdate, nextUpdate }: SignedAnswer): number {
  return (thisUpdate.getTime() + nextUpdate.getTime()) / 2;
}
