// npm run costs: what each operation on a ticket costs in Linear, measured, into docs.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { costTable, measureCosts } from "./linear-costs.ts";
import { leaveWith } from "./script.ts";

const PAGE = fileURLToPath(new URL("../docs/linear.md", import.meta.url));
const TABLE = /(<!-- npm run costs -->\n\n)[\s\S]*?(\n\n<!-- end -->)/;

const HELP = `usage: npm run costs

Does each operation on a ticket against the stand-in for Linear, cold and warm, and writes what it
sends into docs/linear.md. A test fails where the page is not as the code is.

  --help   this text`;

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { help: { type: "boolean" } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const page = await readFile(PAGE, "utf8");
  if (!TABLE.test(page)) throw new Error(`${PAGE} has no place for the table`);
  const made = costTable(await measureCosts());
  await writeFile(
    PAGE,
    page.replace(TABLE, (_found, before, after) => `${before}${made}${after}`),
  );
  console.log(made);
  return 0;
}

await leaveWith("costs", main);
