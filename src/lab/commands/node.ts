import { type CommandOf, isAddress, script } from "./target.ts";

export const nodeCommand: CommandOf = (target) => {
  const { address, port, name, trustFile, crlFile, certFile, keyFile, minVersion, maxVersion, alpn, sni } = target;
  return script(
    "lab.mjs",
    [
      'import { readFileSync } from "node:fs";',
      'import { request } from "node:https";',
      "const options = {",
      `  host: "${name}",`,
      `  port: ${port},`,
      name !== address &&
        isAddress(address) &&
        `  lookup: (host, { all }, done) => (all ? done(null, [{ address: "${address}", family: 4 }]) : done(null, "${address}", 4)),`,
      sni === false && '  servername: "",',
      `  ca: readFileSync("${trustFile}"),`,
      crlFile && `  crl: readFileSync("${crlFile}", "utf8").match(/-+BEGIN X509 CRL[\\s\\S]*?-+END X509 CRL-+/g),`,
      certFile && `  cert: readFileSync("${certFile}"),`,
      keyFile && `  key: readFileSync("${keyFile}"),`,
      minVersion && `  minVersion: "${minVersion}",`,
      maxVersion && `  maxVersion: "${maxVersion}",`,
      alpn && `  ALPNProtocols: ${JSON.stringify(alpn)},`,
      "};",
      "request(options, (response) => response.pipe(process.stdout)).end();",
    ],
    "node lab.mjs",
  );
};
