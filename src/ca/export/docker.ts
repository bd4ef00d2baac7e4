import type { ExportFormat } from "./export-format.ts";

/** Trust inside an image: the system's store, and the variables of the programs that do not read it. */
export const docker: ExportFormat = {
  id: "docker",
  summary: "root.crt and Dockerfile.trust: lines that make a Debian, Ubuntu, Alpine or Fedora image trust the root",
  files: [
    { name: "root.crt", contents: ({ root }) => root.toPem() },
    { name: "Dockerfile.trust", contents: () => DOCKERFILE },
  ],
};

const DOCKERFILE = `# Debian, Ubuntu; on Alpine run \`apk add --no-cache ca-certificates\` first
COPY root.crt /usr/local/share/ca-certificates/private-root.crt
RUN update-ca-certificates

# Fedora, RHEL and UBI instead:
# COPY root.crt /etc/pki/ca-trust/source/anchors/private-root.crt
# RUN update-ca-trust

# programs that bring their own list of roots
ENV NODE_EXTRA_CA_CERTS=/usr/local/share/ca-certificates/private-root.crt \\
    REQUESTS_CA_BUNDLE=/etc/ssl/certs/ca-certificates.crt \\
    SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt
`;
