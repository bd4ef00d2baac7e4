import { parentPort } from "node:worker_threads";
import { answerCase } from "./answer-case.ts";

// A thread of `verify --batch`: lines in, the text of their answers out, in the order in which they came.
parentPort?.on("message", (lines: readonly string[]) => {
  parentPort?.postMessage(lines.map((line) => `${answerCase(line)}\n`).join(""));
});
