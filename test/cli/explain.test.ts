import { describe, expect, it } from "vitest";
import type { Explanation } from "../../src/explain/explanation.ts";
import { runCli } from "./run-cli.ts";

const paste =
  "requests.exceptions.SSLError: HTTPSConnectionPool(host='localhost', port=8443): Max retries exceeded (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1006)')))";

describe("explain", () => {
  it("reads arguments or standard input, and fits a screen", async () => {
    const fromArguments = await runCli(["explain", ...paste.split(" ")]);
    const fromInput = await runCli(["explain"], { stdin: paste });
    expect(fromArguments).toEqual(fromInput);
    expect(await runCli(["explain", "-"], { stdin: paste })).toEqual(fromInput);
    expect(fromInput).toMatchObject({ status: 0, stderr: "" });
    expect(fromInput.stdout).toContain("requests (urllib3) says: unable to get local issuer certificate");
    expect(fromInput.stdout).toContain("REQUESTS_CA_BUNDLE");
    expect(fromInput.stdout).toContain("rootcause verify localhost:8443");
    expect(fromInput.stdout.split("\n").length).toBeLessThan(34);
  });

  it("prints the contract's JSON", async () => {
    const { stdout } = await runCli(["explain", "--json", paste]);
    const value = JSON.parse(stdout) as Explanation;
    expect(Object.keys(value)).toEqual(["producer", "text", "means", "candidates", "probe", "never", "also"]);
    expect(value.candidates[0]).toMatchObject({
      fault: "missing-intermediate",
      fix: [{ role: "server" }, { role: "client" }],
    });
  });

  it("answers a batch line by line, in order, bad lines too", async () => {
    const lines = [
      JSON.stringify({ text: paste }),
      "{",
      JSON.stringify({ text: 3 }),
      JSON.stringify({ text: "NET::ERR_CERT_DATE_INVALID" }),
    ];
    const { stdout, status } = await runCli(["explain", "--batch"], { stdin: lines.join("\n") });
    const answers = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(answers.map(({ producer }) => producer)).toEqual(["requests", "unknown", "unknown", "chromium"]);
    expect(answers[1].error.code).toBe("ERR_BATCH_CASE");
    expect(answers[0]).toEqual(JSON.parse((await runCli(["explain", "--json", paste])).stdout));
  });

  it("explains one thing by its name, and concepts", async () => {
    expect((await runCli(["explain", "plain-http"])).stdout).toContain("wrong version number");
    expect((await runCli(["explain", "--topic", "chain"])).stdout).toContain("The root signs intermediates");
    expect((await runCli(["explain", "suite", "TLS_AES_128_GCM_SHA256"])).stdout).toContain("good");
    expect(JSON.parse((await runCli(["explain", "--json", "0x0303"])).stdout)).toMatchObject({ kind: "version" });
  });

  it("says what to do when it knows nothing, and asks for a text on a terminal", async () => {
    expect((await runCli(["explain", "hello world"])).stdout).toContain("no message in this text");
    expect(await runCli(["explain"], { tty: true })).toMatchObject({ status: 2 });
    expect(await runCli(["explain"], { stdin: " \n" })).toMatchObject({ status: 2 });
  });

  it("says what a message means that no fault prints", async () => {
    const { stdout } = await runCli(["explain", "SSL alert number 10"]);
    expect(stdout).toContain("no fault of the catalogue prints this");
    expect(stdout).not.toContain("knows no message");
  });

  it("reads what PowerShell writes", async () => {
    const stdin = Buffer.from("\ufeffcurl: (60) SSL certificate problem: certificate has expired", "utf16le");
    expect((await runCli(["explain"], { stdin })).stdout).toContain("expired-leaf");
  });

  it("lets nothing in the text steer the terminal", async () => {
    const { stdout } = await runCli(["explain"], {
      stdin: "curl: (60) \u0007\u009b2J certificate has expired \u001b]0;title\u0007",
    });
    for (const control of ["\u0007", "\u009b", "\u001b"]) expect(stdout).not.toContain(control);
  });
});
