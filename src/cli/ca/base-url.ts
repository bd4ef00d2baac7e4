import { PkiError } from "../../errors/pki-error.ts";

/** What `--url` says, if it is where HTTP can be spoken. @throws PkiError ERR_USAGE */
export function baseUrlOf({ url }: { readonly url: string | undefined }): string | undefined {
  if (url === undefined || (/^https?:\/\//i.test(url) && URL.canParse(url))) return url;
  const advice =
    "write it as http://pki.example.test; plain HTTP is right, since all that is published there is signed";
  throw new PkiError("ERR_USAGE", { problem: `"${url}" is no place where a CA can publish`, advice });
}
