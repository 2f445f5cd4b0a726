/**
 * Checks that schema.graphql is a part of Linear's published schema, name for name, type for type:
 *
 *     npx node examples/linear-stand-in/compare-schema.ts PATH-TO-LINEAR-SCHEMA
 *
 * Exit status 0 if it is, 1 with one line per difference if it is not.
 */
import { readFileSync } from "node:fs";

import { schemaDifferences } from "./schema/differences.ts";
import { NEWER_FIELDS } from "./schema/newer-fields.ts";

const path = process.argv[2];
if (path === undefined) {
  console.error("Usage: compare-schema.ts PATH-TO-LINEAR-SCHEMA");
  process.exit(2);
}

const ours = readFileSync(new URL("./schema.graphql", import.meta.url), "utf8");
const differences = schemaDifferences(ours, readFileSync(path, "utf8"), NEWER_FIELDS);
for (const difference of differences) console.error(difference);
if (differences.length > 0) {
  console.error(`${differences.length} differences: make schema.graphql anew with make-schema.ts`);
  process.exitCode = 1;
} else {
  console.log("schema.graphql is a part of Linear's schema");
}
