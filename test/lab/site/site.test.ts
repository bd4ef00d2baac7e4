import { X509Certificate } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faults } from "../../../src/faults/catalogue.ts";
import type { RunningLab } from "../../../src/lab/running-lab.ts";
import { startLab } from "../../../src/lab/serve/start-lab.ts";
import type { ServedFault } from "../../../src/lab/site/faults-json.ts";

let lab: RunningLab;

beforeAll(async () => {
  lab = await startLab(faults);
});

afterAll(() => lab.close());

const get = (path: string, init?: RequestInit) => fetch(new URL(path, lab.site), init);
const textOf = async (path: string) => (await get(path)).text();

describe("the index", () => {
  it("lists every fault, with its own page and its live address", async () => {
    const page = await textOf("/");
    expect(lab.failures).toEqual([]);
    for (const { fault, url } of lab.faults) {
      expect(page).toContain(`<a href="/${fault.id}">${fault.id}</a>`);
      expect(page).toContain(`<a href="${url}"`);
    }
    expect(page).toContain(`${faults.length} of ${faults.length}`);
  });

  it("searches for browsers without scripts: every word must be there", async () => {
    const page = await textOf("/?q=OCSP+later");
    expect(page).toContain(`1 of ${faults.length}`);
    expect(page).toContain('<a href="/ocsp-try-later">');
    expect(page).toContain('value="OCSP later"');
  });

  it("escapes what is searched for", async () => {
    expect(await textOf("/?q=%22%3E%3Cscript%3E")).toContain('value="&quot;&gt;&lt;script&gt;"');
  });

  it("loads nothing from elsewhere and runs nothing but its own", async () => {
    const response = await get("/");
    const policy = response.headers.get("content-security-policy");
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; script-src 'sha256-[\w+/=]+'/);
    expect(policy).not.toContain("unsafe");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });
});

describe("the page of a fault", () => {
  it.each(faults)("$id is told whole", async (fault) => {
    const page = await textOf(`/${fault.id}`);
    expect(page).toContain(fault.story.split("`")[0]?.replaceAll("'", "&#39;").replaceAll('"', "&quot;"));
    for (const heading of ["Why clients mind", "Who mends it, and how", "How it stands", "Call it"])
      expect(page).toContain(`>${heading}</h2>`);
    const [headline] = fault.raises;
    if (headline !== undefined)
      expect(page).toMatch(new RegExp(`says: (?:not valid|valid, and worth knowing): ${headline}\\.`));
    expect(/.{0,80}(?:\bundefined\b|\[object|\bNaN\b|\bHOST\b|\bPORT\b).{0,80}/.exec(page)?.[0]).toBeUndefined();
  });

  it("draws an issuer that is missing, and a chain that does not reach the root", async () => {
    const page = await textOf("/missing-intermediate");
    expect(page).toContain('<div class="box missing ');
    expect(page).toContain("signed by somebody who is not here");
    expect(page).toContain("trusted, and not reached");
  });

  it("draws an issuer of the same name with another key", async () => {
    expect(await textOf("/bad-signature-leaf")).toContain("names this issuer, and is not signed by its key");
  });

  it("draws both chains where both sides show one", async () => {
    const page = await textOf("/client-unknown-ca");
    expect(page).toContain("The server's chain, as the client sees it");
    expect(page).toContain("The client's chain, as the server sees it");
  });

  it("tells faults apart at the live address, with the name and the files of the page", async () => {
    const block = async (id: string) =>
      /data-what="tell them apart"><pre[^>]*><code>([^<]*)/.exec(await textOf(`/${id}`))?.[1];
    const port = (id: string) => lab.faults.find(({ fault }) => fault.id === id)?.port;
    expect(await block("expired-leaf")).toBe(
      `rootcause verify 127.0.0.1:${port("expired-leaf")} --name expired-leaf.lab.localhost --trust trust.pem`,
    );
    expect(await block("client-expired")).toBe(
      `openssl s_client -connect 127.0.0.1:${port("client-expired")} -servername client-expired.lab.localhost -CAfile trust.pem -cert client.pem -cert_chain client.pem -key client-key.pem &lt;/dev/null`,
    );
    expect(await block("client-certificate-missing")).not.toContain("client.pem");
  });

  it("asks for TLS and for nothing else where a service begins in the clear", async () => {
    const page = await textOf("/starttls-needed");
    expect(page).toMatch(/-starttls smtp .* &lt;\/dev\/null<\/code>/);
    const [services = ""] = page.split("With STARTTLS").slice(1);
    expect(services.split("</section>")[0]).not.toMatch(/-ign_eof|GET/);
  });

  it("calls gnutls-cli only where it takes what it would have to know", async () => {
    expect(await textOf("/revoked-crl")).not.toContain("gnutls-cli");
    expect(await textOf("/expired-leaf")).toContain("gnutls-cli");
  });

  it("shows the addresses that misbehave, and how", async () => {
    const page = await textOf("/crl-missing");
    expect(page).toContain(`${lab.site}live/crl-missing/loop.crl`);
    expect(page).toContain("redirects to itself");
  });
});

describe("the files", () => {
  it("gives the root away in PEM and in DER", async () => {
    const pem = new X509Certificate(await textOf("/root.pem"));
    const response = await get("/root.crt");
    expect(response.headers.get("content-type")).toBe("application/x-x509-ca-cert");
    expect(new X509Certificate(Buffer.from(await response.arrayBuffer())).fingerprint256).toBe(pem.fingerprint256);
    expect(pem.subject).toContain("LAB - broken on purpose");
  });

  it("gives away what a server sends and what its client trusts", async () => {
    const sent = new X509Certificate(await textOf("/expired-leaf/fullchain.pem"));
    expect(sent.subjectAltName).toContain("DNS:expired-leaf.lab.localhost");
    expect(new X509Certificate(await textOf("/expired-leaf/trust.pem")).ca).toBe(true);
  });

  it("serves the endpoints that certificates point at", async () => {
    const response = await get("/live/crl-expired/issuing.crl");
    expect(response.headers.get("content-type")).toBe("application/pkix-crl");
  });

  it("tells scripts everything", async () => {
    const all = (await (await get("/faults.json")).json()) as readonly ServedFault[];
    expect(all.map(({ id }) => id)).toEqual(faults.map(({ id }) => id));
    const expired = all.find(({ id }) => id === "expired-leaf");
    expect(expired).toMatchObject({ severity: "every client refuses", page: `${lab.site}expired-leaf` });
    expect((await fetch(expired?.trust ?? "")).status).toBe(200);
    const missing = all.find(({ id }) => id === "crl-missing");
    expect(missing?.endpoints).toContainEqual({ url: `${lab.site}live/crl-missing/404.crl`, fault: "HTTP 404" });
  });
});

describe("everything else", () => {
  it.each(["/nobody", "/expired-leaf/nothing.pem", "/expired-leaf/../root.key", "//", "/live/nobody/root.crl", "/%"])(
    "is not there: %s",
    async (path) => {
      const response = await fetch(`${lab.site.origin}${path}`);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain("Nothing here");
    },
  );

  it("is not changed from outside", async () => {
    expect((await get("/", { method: "POST", body: "x" })).status).toBe(405);
    expect((await get("/", { method: "HEAD" })).status).toBe(200);
  });
});
