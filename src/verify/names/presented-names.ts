import type { GeneralName } from "../../x509/general-name.ts";

/** The names that a certificate presents. */
export interface PresentedNames {
  /** Empty when the certificate has no subjectAltName. */
  readonly subjectAltName: readonly GeneralName[];
  /** Never matched; it only tells why someone thought that it would. */
  readonly commonName: string | undefined;
}

/** A presented name of one kind, and its place in subjectAltName. */
export interface PresentedText {
  readonly text: string;
  readonly index: number;
}

/** The presented names of a kind that `textOf` knows, as text. */
export function presentedTexts(
  { subjectAltName }: PresentedNames,
  textOf: (name: GeneralName) => string | undefined,
): readonly PresentedText[] {
  return subjectAltName.flatMap((name, index) => {
    const text = textOf(name);
    return text === undefined ? [] : [{ text, index }];
  });
}
