import type { Client as Column } from "../../src/faults/client.ts";
import type { Client, Outcome } from "./client.ts";
import { Worker } from "./worker.ts";

const worker = new Worker(() => ["python3", "-u", new URL("./programs/client.py", import.meta.url).pathname]);

function pythonClient(name: Column, trustedThrough: string, judge: (outcome: Outcome) => Outcome = (it) => it): Client {
  return {
    name,
    command: ["python3", "-c", "import requests, pip"],
    trustedThrough,
    connect: async (target) => judge(await worker.ask(target, name)),
  };
}

/** Python's default context. */
export const python: Client = pythonClient("python", "cafile");

/** The same with the flags that Python 3.13 sets by default. */
export const pythonStrict: Client = pythonClient("python-3.13", "cafile");

export const requests: Client = pythonClient("requests", "REQUESTS_CA_BUNDLE");

/** It was let in when it could see that there is no such package. */
export const pip: Client = pythonClient("pip", "PIP_CERT", ({ text }) => ({
  accepted: !/SSLError|Could not fetch URL|Retrying|ConnectionError|Traceback/.test(text),
  text,
}));
