// npm run bench -- NAME: what is measured, each in one run of its own.
import { benchDesk } from "../bench/desk.ts";
import { benchDigest } from "../bench/digest.ts";
import { benchIncidentIndex } from "../bench/incident-index.ts";
import { benchQuarantine } from "../bench/quarantine.ts";
import { benchRefine } from "../bench/refine.ts";
import { benchTailStart } from "../bench/tail-start.ts";

const HELP = `usage: npm run bench -- desk
       npm run bench -- digest
       npm run bench -- index
       npm run bench -- quarantine
       npm run bench -- refine TRACES
       npm run bench -- tail

desk        how many claims one desk takes a second, on Node's SQLite
digest      which SHA-256 makes fingerprints
index       what the list of incidents holds, and how long it takes, on Node's SQLite
quarantine  what judging a text costs, beside refine
refine      refine beside a floor and beside Sentry's SDK, on recorded traces (JSON a line, may be .gz)
tail        what the tail bundle costs an isolate, before any failure and at the first one`;

const [name, path] = process.argv.slice(2);
if (name === "desk") benchDesk();
else if (name === "digest") benchDigest();
else if (name === "index") benchIncidentIndex();
else if (name === "quarantine") benchQuarantine();
else if (name === "tail") benchTailStart();
else if (name === "refine" && path !== undefined) benchRefine(path);
else {
  console.log(HELP);
  process.exitCode = name === "--help" ? 0 : 2;
}
