import { apache } from "./apache.ts";
import { bundle } from "./bundle.ts";
import { chain } from "./chain.ts";
import { docker } from "./docker.ts";
import type { ExportFormat } from "./export-format.ts";
import { fullchain } from "./fullchain.ts";
import { go } from "./go.ts";
import { haproxy } from "./haproxy.ts";
import { java } from "./java.ts";
import { kubernetes } from "./kubernetes.ts";
import { nginx } from "./nginx.ts";
import { node } from "./node.ts";
import { pem } from "./pem-files.ts";
import { pkcs7 } from "./pkcs7.ts";
import { pkcs12, pkcs12Legacy } from "./pkcs12.ts";

/** Every export format: the one table that the command line, its help and the docs derive from. */
export const exportFormats: readonly ExportFormat[] = [
  pem,
  fullchain,
  chain,
  bundle,
  pkcs7,
  pkcs12,
  pkcs12Legacy,
  kubernetes,
  docker,
  nginx,
  apache,
  haproxy,
  node,
  go,
  java,
];
