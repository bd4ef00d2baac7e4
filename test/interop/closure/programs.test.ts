import { git } from "../../clients/git.ts";
import { gnutls } from "../../clients/gnutls.ts";
import { npm } from "../../clients/npm.ts";
import { perl } from "../../clients/perl.ts";
import { php } from "../../clients/php.ts";
import { ruby } from "../../clients/ruby.ts";
import { wget } from "../../clients/wget.ts";
import { describeClosure } from "../../faults/closure/closure.ts";
import { oneByOne } from "../../faults/closure/one-by-one.ts";

describeClosure([...[ruby, php, perl, gnutls, wget, git].map(oneByOne), { ...oneByOne(npm), isAskedAgain: false }]);
