import { describeVariables } from "../../faults/closure/variables.ts";

const requesting = "import requests, sys; requests.get(sys.argv[1])";
const opening = "import sys, urllib.request; urllib.request.urlopen(sys.argv[1]).read()";

describeVariables([
  { name: "python", variable: "SSL_CERT_FILE", command: (url) => ["python3", "-c", opening, url] },
  { name: "requests", variable: "REQUESTS_CA_BUNDLE", command: (url) => ["python3", "-c", requesting, url] },
  {
    name: "ruby",
    variable: "SSL_CERT_FILE",
    command: (url) => ["ruby", "-rnet/http", "-e", "Net::HTTP.get(URI(ARGV[0]))", url],
  },
  {
    name: "git",
    variable: "GIT_SSL_CAINFO",
    command: (url) => ["git", "ls-remote", `${url}x.git`],
    isIn: ({ text }) => /is this a git repository/.test(text),
  },
]);
