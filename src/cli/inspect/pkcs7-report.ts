import { pkcs7Contents } from "./pkcs7-contents.ts";
import type { Content, Found, Report } from "./report.ts";
import { kindOfShape } from "./shape.ts";

/** The certificates and CRLs of a PKCS#7 file. */
export async function pkcs7Content(
  { file, bytes }: Found,
  describeInner: (found: Found) => Promise<Report>,
): Promise<Content> {
  const { contentType, objects } = pkcs7Contents(bytes);
  const contains: Report[] = [];
  for (const object of objects) {
    const kind = kindOfShape(object) ?? "unknown";
    contains.push(await describeInner({ kind, file, encoding: "DER", bytes: object, block: undefined }));
  }
  return { title: `PKCS#7, ${contentType}`, fields: { objects: { value: objects.length } }, warnings: [], contains };
}
