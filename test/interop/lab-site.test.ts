import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, launch, type Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faults } from "../../src/faults/catalogue.ts";
import type { RunningLab } from "../../src/lab/running-lab.ts";
import { startLab } from "../../src/lab/serve/start-lab.ts";
import { accessibilityProblems } from "./lab-site/accessibility.ts";

let lab: RunningLab;
let browser: Browser;
const profile = mkdtempSync(join(tmpdir(), "rootcause-site-"));
/** Complaints of any page: errors of scripts, and of the content security policy. */
const complaints: string[] = [];

beforeAll(async () => {
  const executablePath = execFileSync("sh", ["-c", "command -v chromium"], { encoding: "utf8" }).trim();
  lab = await startLab(faults);
  browser = await launch({ executablePath, userDataDir: profile, args: ["--no-sandbox"] });
});

afterAll(async () => {
  await browser?.close();
  await lab?.close();
  rmSync(profile, { recursive: true, force: true });
});

async function open(path: string): Promise<Page> {
  const page = await browser.newPage();
  page.on("console", (message) => complaints.push(`${path}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`${path}: ${String(error)}`));
  await page.goto(new URL(path, lab.site).href);
  return page;
}

const shownRows = (page: Page) => page.$$eval("tr[data-words]", (rows) => rows.filter((row) => !row.hidden).length);

describe("the lab's pages in Chromium", () => {
  it("list every fault, and filter while one types", async () => {
    const page = await open("/");
    expect(await shownRows(page)).toBe(faults.length);
    await page.type("input[type=search]", "ocsp later");
    expect(await shownRows(page)).toBe(1);
    expect(await page.$eval("#count", (count) => count.textContent)).toBe(`1 of ${faults.length}`);
    expect(await page.$$eval("section.group:not([hidden]) h3", (all) => all.map((it) => it.textContent))).toEqual([
      "Revocation",
    ]);
    expect(await page.$$eval("nav a:not([hidden])", (all) => all.map(({ hash }) => hash))).toEqual(["#revocation"]);
    await page.close();
  });

  it("search without scripts too", async () => {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(lab.site.href);
    await page.type("input[type=search]", "ocsp later");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    expect(await page.$$("tr[data-words]")).toHaveLength(1);
    await page.close();
  });

  it("tell of a fault its story, its chain and the commands of each client, and copy them", async () => {
    await browser.defaultBrowserContext().setPermission(lab.site.origin, {
      permission: { name: "clipboard-write" },
      state: "granted",
    });
    const page = await open("/missing-intermediate");
    expect(await page.$eval("h1", (title) => title.textContent)).toBe("The intermediate certificate was not sent");
    expect(await page.$$eval(".box.missing", (boxes) => boxes.length)).toBe(1);
    const commands = await page.$$eval(".command code", (all) => all.map(({ textContent }) => textContent));
    for (const program of ["openssl", "curl", "python3", "node", "go run", "java", "gnutls-cli", "wget"])
      expect(commands.some((command) => command.includes(program))).toBe(true);
    await page.click(".command button");
    await page.waitForFunction(() => document.querySelector(".command button")?.textContent === "Copied");
    await page.close();
  });

  it("lead where they say", async () => {
    for (const path of ["/", "/missing-intermediate", "/crl-missing", "/client-revoked"]) {
      const page = await open(path);
      const links = await page.$$eval("a[href]", (all) => all.map(({ href }) => href));
      const own = [...new Set(links)].filter((href) => href.startsWith(lab.site.href) && !href.includes("/live/"));
      const answers = await Promise.all(own.map(async (href) => ({ href, status: (await fetch(href)).status })));
      expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
      expect(own.length).toBeGreaterThan(5);
      await page.close();
    }
  });

  it("lead to servers that Chromium refuses", async () => {
    const page = await browser.newPage();
    const live = lab.faults.find(({ fault }) => fault.id === "expired-leaf");
    await expect(page.goto(live?.url ?? "")).rejects.toThrow(/net::ERR_CERT_(DATE|AUTHORITY)_INVALID/);
    await page.close();
  });

  it.each([
    ["light", 1200],
    ["light", 360],
    ["dark", 1200],
    ["dark", 360],
  ])("are for everybody, in %s at %i pixels", async (scheme, width) => {
    for (const path of ["/", "/missing-intermediate", "/crl-missing", "/client-revoked", "/plain-http"]) {
      const page = await open(path);
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      for (const details of await page.$$("details:not([open]) > summary")) await details.click();
      expect(await page.evaluate(accessibilityProblems), path).toEqual([]);
      await page.close();
    }
  });

  it("complain of nothing, neither scripts nor policy", () => {
    expect(complaints).toEqual([]);
  });
});
