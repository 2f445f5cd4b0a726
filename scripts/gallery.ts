// npm run gallery: every kind of ticket, rendered from fixtures, into docs/tickets/.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { galleryPages } from "./gallery-pages.ts";
import { withTicket } from "./gallery-file.ts";
import { leaveWith } from "./script.ts";

const FOLDER = new URL("../docs/tickets/", import.meta.url);

const HELP = `usage: npm run gallery

Renders every kind of ticket, and all that is said on tickets later, from test/fixtures/tickets/, and
writes each into its page of docs/tickets/. What was written below it, after reading it as the agent
and as the person on call, stays. A test fails where a page is not as the code is.

  --help   this text`;

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { help: { type: "boolean" } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  for (const { name, body } of galleryPages()) {
    const path = fileURLToPath(new URL(`${name}.md`, FOLDER));
    // oxlint-disable-next-line no-await-in-loop -- a few small files
    const before = await readFile(path, "utf8").catch(() => null);
    // oxlint-disable-next-line no-await-in-loop -- as above
    await writeFile(path, withTicket(before, body));
    console.log(
      `docs/tickets/${name}.md${before === null ? "  (new: read it, and fill in its list)" : ""}`,
    );
  }
  return 0;
}

await leaveWith("gallery", main);
