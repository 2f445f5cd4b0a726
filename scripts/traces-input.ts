// What scripts that look at traces read, and how they end.
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";

/** The traces: of the one file that is named, else of standard input. */
export async function readTraces([file, ...more]: readonly string[]): Promise<string> {
  if (more.length > 0) throw new Error("one FILE at the most");
  return file === undefined ? text(process.stdin) : readFile(file, "utf8");
}

/** What stands in the file of `--rules`; undefined where none is named. */
export async function readRules(file: string | undefined): Promise<unknown> {
  if (file === undefined) return undefined;
  try {
    return JSON.parse(await readFile(file, "utf8")) as unknown;
  } catch (error) {
    // The parser's text quotes the file; its name is enough.
    throw error instanceof SyntaxError ? new Error(`${file} is not JSON`) : error;
  }
}

/** Ends with the status that `main` gives, once all is written; with 2 and the reason if it throws. */
export async function endWith(name: string, main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    console.error(`Try: npm run -s ${name} -- --help`);
    process.exitCode = 2;
  }
}
