import fc from "fast-check";
import { expect, it } from "vitest";
import { html, prose } from "../../../src/lab/site/html.ts";

it("escapes whatever comes from elsewhere", () => {
  const hostile = `</script><img src=x onerror="alert('&')">`;
  expect(html`<p title="${hostile}">${hostile}</p>`.text).toBe(
    '<p title="&lt;/script&gt;&lt;img src=x onerror=&quot;alert(&#39;&amp;&#39;)&quot;&gt;">&lt;/script&gt;&lt;img src=x onerror=&quot;alert(&#39;&amp;&#39;)&quot;&gt;</p>',
  );
  fc.assert(fc.property(fc.string(), (text) => !/[<>"']/.test(html`${text}`.text)));
});

it("takes markup as it is, lists in a row, and nothing for what is not there", () => {
  const rows = ["a", "b"].map((text) => html`<li>${text}</li>`);
  expect(html`<ul>${rows}</ul>${undefined}${false}${0}`.text).toBe("<ul><li>a</li><li>b</li></ul>0");
});

it("sets code between backticks apart, and drops a lone backtick", () => {
  expect(prose("use `curl -k` <never>").text).toBe("use <code>curl -k</code> &lt;never&gt;");
  expect(prose("a ` alone").text).toBe("a  alone");
});
