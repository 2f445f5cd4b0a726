/**
 * Makes schema.graphql anew from Linear's published schema:
 *
 *     npx node examples/linear-stand-in/make-schema.ts PATH-TO-LINEAR-SCHEMA
 *
 * To keep another operation, call it in schema/used-operations.ts first.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { buildASTSchema, parse, print } from "graphql/index.js";

import { extendDocument } from "./schema/extend-document.ts";
import { NEWER_FIELDS } from "./schema/newer-fields.ts";
import { pruneSchema } from "./schema/prune.ts";
import { recordDocuments } from "./schema/record-documents.ts";

const HEADER = "# Made by make-schema.ts from Linear's own schema. Do not edit by hand.";

const path = process.argv[2];
if (path === undefined) {
  console.error("Usage: make-schema.ts PATH-TO-LINEAR-SCHEMA");
  process.exit(2);
}

const published = parse(readFileSync(path, "utf8"), { noLocation: true });
const source = extendDocument(published, NEWER_FIELDS);
const schema = buildASTSchema(source);
const documents = await recordDocuments(schema);
const pruned = pruneSchema(source, schema, documents);

const target = fileURLToPath(new URL("./schema.graphql", import.meta.url));
writeFileSync(target, `${HEADER}\n\n${print(pruned)}\n`);
// The formatter has its own view of long lines; made and checked-in file must be the same bytes.
execFileSync("npx", ["oxfmt", target], { stdio: "ignore" });
console.log(
  `schema.graphql: ${pruned.definitions.length} types from ${documents.length} documents`,
);
