// npm run bench -- NAME: what is measured, each in one run of its own.
import { benchDigest } from "../bench/digest.ts";
import { benchRefine } from "../bench/refine.ts";

const HELP = `usage: npm run bench -- digest
       npm run bench -- refine TRACES

digest   which SHA-256 makes fingerprints
refine   refine beside a floor and beside Sentry's SDK, on recorded traces (JSON a line, may be .gz)`;

const [name, path] = process.argv.slice(2);
if (name === "digest") benchDigest();
else if (name === "refine" && path !== undefined) benchRefine(path);
else {
  console.log(HELP);
  process.exitCode = name === "--help" ? 0 : 2;
}
