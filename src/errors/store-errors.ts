import type { ErrorEntry } from "./entry.ts";

export const storeErrors = {
  ERR_STORE_MISSING: {
    title: "there is no CA in {path}",
    hint: "make one with `rootcause init`, or point --store at the folder that holds it",
    exit: 2,
    http: 503,
  },
  ERR_STORE_EXISTS: {
    title: "there already is a CA in {path}",
    hint: "use it as it is, or point --store at another folder",
    exit: 2,
    http: 409,
  },
  ERR_STORE_LOCATION: {
    title: '"{location}" is no place for a store: {reason}',
    hint: "point --store at a folder",
    exit: 2,
    http: 400,
  },
  ERR_STORE_FORMAT: {
    title: "the store {path} has format {found}, and this version knows formats up to {supported}",
    hint: "a newer rootcause wrote it: install that version or a later one; nothing was changed",
    exit: 3,
    http: 503,
  },
  ERR_STORE_LOCKED: {
    title: "the store {path} is in use by {holder}; gave up after {seconds} s",
    hint: "let that process finish, or stop it: the lock goes with it, there is no file to delete",
    exit: 3,
    http: 503,
  },
  ERR_STORE_LOCK_UNSUPPORTED: {
    title: "file locks do not work on {platform}: {reason}",
    hint: "run rootcause on Linux, macOS or Windows, on x64 or arm64, with the store on a local disk",
    exit: 3,
    http: 503,
  },
  ERR_STORE_FULL: {
    title: "the disk is full: {path} could not be written",
    hint: "free some space and run the command again; nothing was recorded half",
    exit: 3,
    http: 507,
  },
  ERR_STORE_READ_ONLY: {
    title: "{path} cannot be written: {reason}",
    hint: "check the owner and the mode of the store, and that its disk is not mounted read-only; or point --store elsewhere",
    exit: 3,
    http: 503,
  },
  ERR_STORE_UNREADABLE: {
    title: "{path} cannot be read: {reason}",
    hint: "run as the user who owns the store, or give this user access",
    exit: 3,
    http: 503,
  },
  ERR_STORE_IO: {
    title: "{path} failed: {reason}",
    hint: "look at the disk and the system log; `rootcause doctor` then tells the state of the store",
    exit: 3,
    http: 503,
  },
  ERR_STORE_DAMAGED: {
    title: "{path} is damaged: {reason}",
    hint: "`rootcause audit verify` tells how far the store is whole; restore the damaged file from a backup",
    exit: 3,
    http: 500,
  },
  ERR_STORE_ENTRY_TOO_LARGE: {
    title: "an entry of {size} bytes is more than the limit of {limit}",
    hint: "ask for fewer names or smaller extensions in one certificate",
    exit: 2,
    http: 413,
  },
  ERR_STORE_SERIAL_TAKEN: {
    title: "the serial number {serial} is already in the store",
    hint: "issue again: it gets a fresh random serial number",
    exit: 3,
    http: 500,
  },
  ERR_STORE_NOT_PENDING: {
    title: "no issuance of {serial} is under way: it {state}",
    hint: "`rootcause show {serial}` tells what became of it; issue again if the certificate is still wanted",
    exit: 3,
    http: 409,
  },
  ERR_STORE_CERTIFICATE_UNKNOWN: {
    title: "the store has no certificate with serial number {serial}",
    hint: "`rootcause list` shows what was issued",
    exit: 2,
    http: 404,
  },
  ERR_STORE_REVOKED: {
    title: "{serial} was revoked for {reason} on {at}, and only certificateHold can be lifted",
    hint: "issue a new certificate",
    exit: 2,
    http: 409,
  },
  ERR_STORE_AUTHORITY_UNKNOWN: {
    title: 'the store has no CA "{id}"',
    hint: "`rootcause ca list` shows those that it has",
    exit: 2,
    http: 404,
  },
  ERR_STORE_AUTHORITY_EXISTS: {
    title: 'the store already has a CA "{name}"',
    hint: "choose another name",
    exit: 2,
    http: 409,
  },
} as const;
storeErrors satisfies Record<string, ErrorEntry>;
