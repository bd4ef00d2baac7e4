import { describe, expect, it } from "vitest";
import { answerLine } from "../../../src/verify/batch/answer-line.ts";
import { encodePem } from "../../../src/x509/pem.ts";
import { ca, leaf, NOW, root } from "../pki.ts";

const anchor = root();
const issuing = ca(anchor);
const base64 = ({ der }: { readonly der: Uint8Array }) => Buffer.from(der).toString("base64");
const pem = ({ der }: { readonly der: Uint8Array }) => encodePem("CERTIFICATE", der);

const question = {
  id: "7",
  trust: [base64(anchor)],
  untrusted: [base64(issuing)],
  leaf: base64(leaf(issuing)),
  time: NOW.toISOString(),
  name: { type: "dns", value: "localhost" },
  purpose: "serverAuth",
};
const ask = (changes: object) => answerLine(JSON.stringify({ ...question, ...changes }));

describe("a line of a batch", () => {
  it("is answered with the verdict and what was found", () => {
    expect(ask({})).toEqual({ id: "7", valid: true, findings: [] });
    expect(ask({ untrusted: [] })).toEqual({
      id: "7",
      valid: false,
      findings: [{ code: "missing-intermediate", severity: "error", index: 0 }],
    });
  });

  it("holds certificates as base64 or PEM, several in one text", () => {
    expect(
      ask({ trust: [pem(anchor)], untrusted: [pem(issuing) + pem(anchor)], leaf: pem(leaf(issuing)) }),
    ).toMatchObject({
      valid: true,
      findings: [{ code: "root-sent" }],
    });
  });

  it("may leave out or null what has a default", () => {
    const { trust, untrusted, leaf: end, time } = question;
    const nothing = { id: null, crls: null, ocsp: null, name: null, names: null, purpose: null, keyUsage: null };
    const more = { maxDepth: null, revocation: null, policy: null, rules: null };
    expect(answerLine(JSON.stringify({ trust, untrusted, leaf: end, time, ...nothing, ...more }))).toEqual({
      id: null,
      valid: true,
      findings: [],
    });
  });

  it.each([
    ["names", { names: [{ type: "ip", value: "127.0.0.1" }] }, "ip-no-ip-san"],
    ["names of people", { name: { type: "email", value: "a@b.test" } }, "wrong-host"],
    ["key usage", { keyUsage: ["keyAgreement"] }, "key-usage"],
    ["depth", { maxDepth: 0 }, "chain-too-long"],
    ["revocation", { revocation: "require" }, "crl-missing"],
    ["policies", { policy: { initialPolicySet: ["1.2.3"], explicitPolicy: true } }, "policy-required"],
    [
      "rules",
      { rules: "python-3.13", leaf: base64(leaf(issuing, { extensions: { authorityKeyIdentifier: undefined } })) },
      "strict-leaf-no-aki",
    ],
  ])("asks for %s", (_, changes, code) => {
    expect(ask(changes)).toMatchObject({
      valid: false,
      findings: expect.arrayContaining([expect.objectContaining({ code })]),
    });
  });

  it.each([
    ["no JSON", "{", null],
    ["no object", "[]", null],
    ["no leaf", '{"id":1}', 1],
    ["a leaf that is no text", '{"id":1,"leaf":7}', 1],
    ["a trust list that is none", '{"id":1,"leaf":"AA==","trust":"AA=="}', 1],
    ["a time that is none", '{"id":1,"leaf":"AA==","time":"soon"}', 1],
    ["a name that is none", '{"id":1,"leaf":"AA==","name":"localhost"}', 1],
    ["an address that is none", '{"id":1,"leaf":"AA==","name":{"type":"ip","value":"localhost"}}', 1],
    ["an unknown bit", '{"id":1,"leaf":"AA==","keyUsage":["sign"]}', 1],
    ["a depth in words", '{"id":1,"leaf":"AA==","maxDepth":"one"}', 1],
    ["an unknown purpose", '{"id":1,"leaf":"AA==","purpose":"servers"}', 1],
    ["unknown rules", '{"id":1,"leaf":"AA==","rules":"mine"}', 1],
  ])("that is no case is an answer: %s", (_, line, id) => {
    const answer = answerLine(line);
    expect(answer).toMatchObject({ id, valid: false, findings: [], error: { code: "ERR_VERIFY_CASE" } });
    expect(answer.error?.message).toMatch(/not a case: \S/);
  });

  it("whose leaf cannot be read is a finding", () => {
    expect(ask({ leaf: "AAAA" })).toEqual({
      id: "7",
      valid: false,
      findings: [{ code: "malformed-der", severity: "error", index: 0 }],
    });
  });
});
