import { alertMessages } from "./alerts.ts";
import { appleMessages } from "./apple.ts";
import { chromiumMessages } from "./chromium.ts";
import { curlMessages } from "./curl.ts";
import { databaseMessages } from "./databases.ts";
import { dotnetMessages } from "./dotnet.ts";
import { gitMessages } from "./git.ts";
import { gnutlsMessages } from "./gnutls.ts";
import { goMessages } from "./go.ts";
import { javaMessages } from "./java.ts";
import type { MessageClass } from "./message-class.ts";
import { networkMessages } from "./network.ts";
import { nodeMessages } from "./node.ts";
import { nssMessages } from "./nss.ts";
import { opensslMessages } from "./openssl.ts";
import { perlMessages } from "./perl.ts";
import { phpMessages } from "./php.ts";
import { pythonMessages } from "./python.ts";
import { rubyMessages } from "./ruby.ts";
import { rustlsMessages } from "./rustls.ts";
import { serverLogMessages } from "./server-logs.ts";
import { wgetMessages } from "./wget.ts";
import { windowsMessages } from "./windows.ts";

export type MessageTableName =
  | "openssl"
  | "alerts"
  | "network"
  | "server-logs"
  | "node"
  | "curl"
  | "python"
  | "go"
  | "java"
  | "gnutls"
  | "wget"
  | "git"
  | "perl"
  | "php"
  | "ruby"
  | "database"
  | "nss"
  | "chromium"
  | "rustls"
  | "dotnet"
  | "windows"
  | "apple";

/** The tables of messages, by the library or program that words them. */
export const messageTables: Readonly<Record<MessageTableName, readonly MessageClass[]>> = {
  openssl: opensslMessages,
  alerts: alertMessages,
  network: networkMessages,
  "server-logs": serverLogMessages,
  node: nodeMessages,
  curl: curlMessages,
  python: pythonMessages,
  go: goMessages,
  java: javaMessages,
  gnutls: gnutlsMessages,
  wget: wgetMessages,
  git: gitMessages,
  perl: perlMessages,
  php: phpMessages,
  ruby: rubyMessages,
  database: databaseMessages,
  nss: nssMessages,
  chromium: chromiumMessages,
  rustls: rustlsMessages,
  dotnet: dotnetMessages,
  windows: windowsMessages,
  apple: appleMessages,
};
