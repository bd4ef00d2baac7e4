import { OID } from "../../asn1/oids.ts";
import type { GeneralName } from "../../x509/general-name.ts";
import { directoryForm } from "./directory-form.ts";
import { dnsForm } from "./dns-form.ts";
import { emailForm } from "./email-form.ts";
import { type FormConstraints, formConstraints } from "./form-constraints.ts";
import { ipForm } from "./ip-form.ts";
import { type NameForm, unreadable } from "./name-form.ts";
import { uriForm } from "./uri-form.ts";

/** A form that nobody knows how to compare: every name of it is refused where it is constrained. */
const unknownForm: NameForm<GeneralName> = {
  readName: (name) => name,
  readSubtree: () => unreadable("unsupported", "constraints on this kind of name cannot be checked"),
};

/** Names and subtrees with the same key are compared to each other. Each type of otherName is a form of its own; a mailbox is one form however it is written. */
export function formKey(name: GeneralName): string {
  if (name.kind !== "otherName") return name.kind;
  return name.oid === OID.smtpUtf8Mailbox ? "email" : `otherName ${name.oid}`;
}

/** No constraints yet, for the form with this key. */
export function constraintsFor(key: string): FormConstraints {
  const concerns = (base: GeneralName) => formKey(base) === key;
  switch (key) {
    case "dns":
      return formConstraints(dnsForm, concerns);
    case "ip":
      return formConstraints(ipForm, concerns);
    case "email":
      return formConstraints(emailForm, concerns);
    case "uri":
      return formConstraints(uriForm, concerns);
    case "directoryName":
      return formConstraints(directoryForm, concerns);
    default:
      return formConstraints(unknownForm, concerns);
  }
}
