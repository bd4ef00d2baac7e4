import { ftp } from "./ftp.ts";
import { imap } from "./imap.ts";
import { ldap } from "./ldap.ts";
import { mysql } from "./mysql.ts";
import { pop3 } from "./pop3.ts";
import { postgres } from "./postgres.ts";
import type { Prologue } from "./prologue.ts";
import { smtp } from "./smtp.ts";
import { xmpp } from "./xmpp.ts";

/** Every protocol that begins in the clear. */
export const prologues: readonly Prologue[] = [smtp, imap, pop3, ftp, ldap, postgres, mysql, xmpp];
