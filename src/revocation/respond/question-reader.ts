import { asBuffer } from "../../asn1/bytes.ts";
import { type RefusedAnswer, refuseMalformed } from "./ocsp-answer.ts";
import { type Question, readQuestion } from "./question.ts";

/** Requests that many clients send alike ask for one certificate, without a nonce. Octets. */
const MAX_KEPT_BYTES = 256;
/** How many of them are remembered. */
const MAX_KEPT = 8192;

/** A request that asks for one certificate or several, or the answer to one that cannot be read. */
export type ReadQuestion =
  | { readonly question: Question; readonly refused?: never }
  | { readonly question?: never; readonly refused: RefusedAnswer };

/** Reads requests, and those that come again only once: that costs more than finding the answer. */
export class QuestionReader {
  readonly #kept = new Map<string, ReadQuestion>();

  read(requestDer: Uint8Array): ReadQuestion {
    if (requestDer.length > MAX_KEPT_BYTES) return read(requestDer);
    const key = asBuffer(requestDer).toString("latin1");
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const found = read(requestDer);
    if (found.question?.certIds.length === 1 && found.question.nonce === undefined) this.#keep(key, found);
    return found;
  }

  /** When there are too many, the one that came first goes. */
  #keep(key: string, found: ReadQuestion): void {
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= MAX_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(key, found);
  }
}

function read(requestDer: Uint8Array): ReadQuestion {
  try {
    return { question: readQuestion(requestDer) };
  } catch (error) {
    return { refused: refuseMalformed(error) };
  }
}
