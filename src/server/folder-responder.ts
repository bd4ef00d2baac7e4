import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { CertId } from "../revocation/ocsp/cert-id.ts";
import { parseOcspResponse } from "../revocation/ocsp/ocsp-response.ts";
import { KeptAnswers, MAX_KEPT_CERT_ID_BYTES } from "../revocation/respond/kept-answers.ts";
import {
  type OcspAnswer,
  type Responder,
  refuse,
  refuseForNow,
  type SignedAnswer,
} from "../revocation/respond/ocsp-answer.ts";
import { presignedPath } from "../revocation/respond/presigned-path.ts";
import { QuestionReader } from "../revocation/respond/question-reader.ts";

/** How long a file is not looked at again. Milliseconds. */
const LOOK_AGAIN_MS = 1000;

interface Kept {
  readonly answer: SignedAnswer;
  readonly modifiedMs: number;
  lookedAt: number;
}

/** Answers from a folder that `presign` wrote, without a key and without a store. A file that was replaced is noticed within a second. */
export class FolderResponder implements Responder {
  readonly #folder: string;
  readonly #now: () => number;
  readonly #questions = new QuestionReader();
  readonly #kept = new KeptAnswers<Kept>();

  constructor(folder: string, now: () => Date) {
    this.#folder = folder;
    this.#now = () => now().getTime();
  }

  answer(requestDer: Uint8Array): OcspAnswer | Promise<OcspAnswer> {
    const { question, refused } = this.#questions.read(requestDer);
    if (refused !== undefined) return refused;
    const [certId, ...more] = question.certIds;
    if (more.length > 0) return refuse("unauthorized", "responses signed before speak of one certificate each");
    const kept = this.#kept.get(certId);
    if (kept === undefined || this.#now() >= kept.lookedAt + LOOK_AGAIN_MS) return this.#look(certId, kept);
    return this.#unlessLapsed(kept.answer);
  }

  async #look(certId: CertId, kept: Kept | undefined): Promise<OcspAnswer> {
    if (certId.der.length > MAX_KEPT_CERT_ID_BYTES)
      return refuse("unauthorized", "the CertID is too long for a file name");
    const path = join(this.#folder, presignedPath(certId.der));
    try {
      const modifiedMs = (await stat(path)).mtimeMs;
      const isSame = kept?.modifiedMs === modifiedMs;
      const answer = isSame ? kept.answer : readAnswer(await readFile(path));
      if (answer === undefined) return refuse("tryLater", `${path} holds no response`);
      this.#kept.set(certId, { answer, modifiedMs, lookedAt: this.#now() });
      return this.#unlessLapsed(answer);
    } catch (error) {
      const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
      return isMissing ? refuse("unauthorized", "no response was signed for this certificate") : refuseForNow(error);
    }
  }

  #unlessLapsed(answer: SignedAnswer): OcspAnswer {
    if (this.#now() < answer.nextUpdate.getTime()) return answer;
    return refuse(
      "tryLater",
      `the response lapsed at ${answer.nextUpdate.toISOString()}: run \`rootcause ocsp presign\` again`,
    );
  }
}

/** @throws PkiError ERR_DER */
function readAnswer(der: Uint8Array): SignedAnswer | undefined {
  const response = parseOcspResponse(der);
  const [single] = response.status === "successful" ? response.basic.responses : [];
  if (single?.nextUpdate === undefined) return undefined;
  const { thisUpdate, nextUpdate } = single;
  return { status: "successful", der, thisUpdate, nextUpdate, shared: true };
}
