import { go } from "../../clients/go.ts";
import { java } from "../../clients/java.ts";
import { pip, python, pythonStrict, requests } from "../../clients/python.ts";
import { describeClosure } from "../../faults/closure/closure.ts";
import { oneByOne } from "../../faults/closure/one-by-one.ts";

describeClosure([python, pythonStrict, requests, pip, go, java].map(oneByOne));
