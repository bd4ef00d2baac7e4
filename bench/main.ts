/** `npm run bench [-- NAME…]`: every figure that the README quotes, each beside its raw limit, measured in this run. */
const benches: Readonly<Record<string, () => Promise<{ run(): Promise<void> }>>> = {
  parse: () => import("./parse.ts"),
  verify: () => import("./verify.ts"),
  issue: () => import("./issue.ts"),
  store: () => import("./store.ts"),
  crl: () => import("./crl.ts"),
  ocsp: () => import("./ocsp.ts"),
  testing: () => import("./testing.ts"),
  start: () => import("./start.ts"),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`no bench is called ${unknown.join(", ")}; there are: ${Object.keys(benches).join(", ")}`);
  process.exit(2);
}
console.log(`Node ${process.version}, OpenSSL ${process.versions.openssl}; rates per CPU second unless said otherwise`);
for (const [name, load] of Object.entries(benches)) {
  if (asked.length === 0 || asked.includes(name)) await (await load()).run();
}
