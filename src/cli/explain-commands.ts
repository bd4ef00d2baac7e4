import type { Command, Runnable } from "./command.ts";

/** The commands that say what an error of another program means. */
export const explainCommands = [
  {
    name: "explain",
    section: "Explain",
    summary: "say what an error text means: the likely causes, how to tell them apart, what to do",
    arguments: {
      text: {
        text: "the error text, or one thing by name: a fault, `alert 48`, `0x0303`, `suite NAME`, `trust store`; standard input unless given",
        many: true,
        optional: true,
      },
    },
    options: {
      topic: {
        text: "a page about one concept",
        value: "concept",
        choices: ["handshake", "cipher-suite", "certificate", "chain", "trust-store", "names", "revocation", "clock"],
      },
      batch: { text: "JSON lines {text} in, JSON lines out, in order" },
    },
    examples: [
      { line: "curl https://localhost:8443 2>&1 | rootcause explain", text: "what did curl mean?" },
      {
        line: 'rootcause explain "certificate verify failed: unable to get local issuer certificate"',
        text: "or paste it",
      },
      { line: "rootcause explain missing-intermediate", text: "all that is known about one fault" },
    ],
    notes: [
      "Texts of any length are read, with tracebacks, log prefixes and colours around them; only what stands in the text is looked at, nothing is called.",
      "--json prints {producer, text, means, candidates: [{fault, title, confidence, why, fix: [{role, text}]}], probe: {command, look, separates}, never}, the likeliest candidate first; candidates is empty and probe is left out when nothing in the text is known. One thing by name prints {kind, id, title, paragraphs, facts, fix, faults}.",
      "--batch answers each line as soon as it can, with the value of --json, and error where the line cannot be read.",
    ],
    load: (): Promise<Runnable> => import("./commands/explain.ts"),
  },
] as const;
explainCommands satisfies readonly Command[];
