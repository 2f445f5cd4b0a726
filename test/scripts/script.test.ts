import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const SCRIPT = fileURLToPath(new URL("../../scripts/script.ts", import.meta.url));
// As `npm run` has it: a shell that waits for Node, here with something left to do after it.
const CODE = `
  setTimeout(process.exit, 9_000, 3); // whatever becomes of the test
  const { leaveWith, untilEnded } = await import(${JSON.stringify(SCRIPT)});
  await leaveWith("test", async () => {
    const ended = untilEnded(); // before the word that a signal may come
    console.log(process.pid);
    await ended;
    console.log("closed");
    return 0;
  });`;

function run(): {
  said: () => string;
  kill: (signal: NodeJS.Signals) => void;
  over: Promise<void>;
} {
  const child = spawn("sh", [
    "-c",
    '"$0" --input-type=module -e "$1"; true',
    process.execPath,
    CODE,
  ]);
  let text = "";
  child.stdout.on("data", (part: Buffer) => (text += part.toString()));
  return {
    said: () => text,
    kill: (signal) => child.kill(signal),
    // The pipe ends with the last process that holds it, which is Node and not the shell.
    over: new Promise((resolve) => child.stdout.once("end", resolve)),
  };
}

describe("untilEnded", () => {
  it("ends when the shell that started it was ended, and lets it close", async () => {
    const script = run();
    await expect.poll(script.said, { timeout: 10_000 }).toMatch(/^\d+\n$/);
    script.kill("SIGTERM");
    await script.over;
    expect(script.said()).toMatch(/^\d+\nclosed\n$/);
  });

  it("ends at a signal of its own", async () => {
    const script = run();
    await expect.poll(script.said, { timeout: 10_000 }).toMatch(/^\d+\n$/);
    process.kill(Number(script.said()), "SIGTERM");
    await script.over;
    expect(script.said()).toMatch(/^\d+\nclosed\n$/);
  });
});
