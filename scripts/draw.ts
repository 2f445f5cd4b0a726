// npm run draw: the drawing of an incident's phases, made from the code, into docs.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { drawing, transitions } from "./life-drawing.ts";
import { leaveWith } from "./script.ts";

const PAGE = fileURLToPath(new URL("../docs/life-of-an-incident.md", import.meta.url));
const FENCE = /(```mermaid\n)[\s\S]*?(\n```)/;

const HELP = `usage: npm run draw

Makes the drawing of an incident's phases anew, by trying every kind of happening on every state
that the code can reach, and writes it into docs/life-of-an-incident.md. A test fails where the page
is not as the code is.

  --help   this text`;

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { help: { type: "boolean" } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const page = await readFile(PAGE, "utf8");
  if (!FENCE.test(page)) throw new Error(`${PAGE} has no \`\`\`mermaid block to write into`);
  const made = drawing(transitions());
  await writeFile(
    PAGE,
    page.replace(FENCE, (_found, opens, closes) => `${opens}${made}${closes}`),
  );
  console.log(made);
  return 0;
}

await leaveWith("draw", main);
