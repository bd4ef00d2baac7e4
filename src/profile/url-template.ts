/**
 * URL templates of a profile. The one placeholder is `{authority}`, the id of the issuing authority: a template is data that ends in an
 * IA5String, never a program.
 */
const PLACEHOLDER = "{authority}";

/** Why the text is no template for a URL that clients fetch (RFC 5280 section 4.2.1.13: HTTP or LDAP); undefined when it is one. */
export function urlTemplateProblem(template: string): string | undefined {
  const filled = fillUrlTemplate(template, "x");
  if (/[{}]/.test(filled)) return `holds a placeholder other than ${PLACEHOLDER}`;
  if (!/^[\x21-\x7e]+$/.test(filled)) return "holds a space or a character outside ASCII";
  if (!URL.canParse(filled) || !/^(https?|ldaps?):\/\//.test(filled))
    return "is not a URL that begins with http:// or ldap://";
  return undefined;
}

export function fillUrlTemplate(template: string, authority: string): string {
  return template.replaceAll(PLACEHOLDER, encodeURIComponent(authority));
}
