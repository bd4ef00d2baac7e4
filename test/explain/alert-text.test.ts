import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { alertText } from "../../src/explain/alert-text.ts";
import { explain } from "../../src/explain/explain.ts";
import { alerts } from "../../src/explain/messages/alerts.ts";

/** Those that SSL_alert_desc_string_long and the error queue of OpenSSL 3.0 know; 41 is SSL 3.0's. */
const inOpenssl = alerts.map(([number]) => number).filter((number) => ![0, 111, 114, 115, 120, 121].includes(number));

describe("the text of an alert", () => {
  it.each(inOpenssl)("%i is OpenSSL's", (number) => {
    const reason = (0x0a000000 + 1000 + number).toString(16).padStart(8, "0");
    const text = execFileSync("openssl", ["errstr", reason], { encoding: "utf8" });
    expect(text.trim().toLowerCase()).toBe(
      `error:${reason}:ssl routines::${alertText(number, "openssl")}`.toLowerCase(),
    );
  });

  it("is known to explain again, whoever writes it", () => {
    for (const client of ["openssl", "go", "java", "gnutls", "firefox", "rustls"] as const)
      for (const number of [40, 42, 44, 45, 48, 70, 80, 112, 116, 120])
        expect(explain(alertText(number, client)).candidates, `${number} of ${client}`).not.toEqual([]);
  });
});
