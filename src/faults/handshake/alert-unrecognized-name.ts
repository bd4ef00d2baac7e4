import type { Fault } from "../fault.ts";
import { viaAlert } from "../prints/prints.ts";

export const alertUnrecognizedName: Fault = {
  id: "alert-unrecognized-name",
  title: "The server has no site of that name",
  story:
    "The server ended the handshake with alert 112: it has no site for the name in SNI. The name is an alias that it was not told of.",
  citation: "RFC 6066 section 3",
  severity: "every client refuses",
  weight: 25,
  raises: [],
  ambiguity: "nothing-in-common",
  prints: { ...viaAlert(112), chromium: ["chromium-unrecognized-name"], schannel: ["windows-illegal-message"] },
  advice: {
    why: "The server chooses its certificate by the name that the client sends in clear (SNI).",
    fix: [
      {
        role: "server",
        text: "add the name to the virtual host (`server_name`, `ServerAlias`), or set a default site",
      },
      { role: "client", text: "use a name that the server knows" },
    ],
  },
  build: () => ({ conduct: { kind: "breaks-off", by: 112 } }),
};
