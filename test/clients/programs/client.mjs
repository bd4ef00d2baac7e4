// Calls many targets with node:https, one a line, and prints the errors as Node prints those that nobody catches.
import { readFileSync } from "node:fs";
import { request } from "node:https";
import { isIP } from "node:net";
import { createInterface } from "node:readline";
import { inspect } from "node:util";

for await (const line of createInterface({ input: process.stdin })) {
  const [number, ...fields] = line.split("\t");
  call(fields).then(
    (status) => answer(number, "ok", `${status}`),
    (error) => answer(number, "refused", inspect(error)),
  );
}

function answer(number, verdict, text) {
  process.stdout.write(`${number}\t${verdict}\t${Buffer.from(text).toString("base64")}\n`);
}

async function call([host, address, port, ca, cert, key, minVersion, maxVersion, alpn, crl, flags, timeoutMs]) {
  const options = {
    host,
    port,
    agent: false,
    servername: flags.includes("sni") && !isIP(host) ? host : "",
    ca: readFileSync(ca),
    ...(isIP(address) && { lookup: (_host, { all }, done) => done(null, ...resolved(address, all)) }),
    ...(cert && { cert: readFileSync(cert), key: readFileSync(key) }),
    ...(minVersion && { minVersion }),
    ...(maxVersion && { maxVersion }),
    ...(alpn && { ALPNProtocols: alpn.split(",") }),
    ...(crl && { crl: readFileSync(crl, "utf8").split(/(?=-----BEGIN)/) }),
    signal: AbortSignal.timeout(Number(timeoutMs)),
  };
  return new Promise((resolve, reject) => {
    const outgoing = request(options, (response) => response.resume().on("end", () => resolve(response.statusCode)));
    outgoing.on("error", reject);
    outgoing.end();
  });
}

/** Every name of a test server lives at the address of the target. */
function resolved(address, all) {
  return all ? [[{ address, family: isIP(address) }]] : [address, isIP(address)];
}
