// The stand-in for Linear that the simulation talks to: a process of its own, since the simulation
// itself runs in workerd.
import { spawn } from "node:child_process";
import type { TestProject } from "vitest/node";

export const SIMULATION_LINEAR_KEY = "lin_api_simulation";

const MAIN = "examples/linear-stand-in/main.ts";

export default async function setup(project: TestProject): Promise<() => void> {
  const args = [MAIN, "--port", "0", "--api-key", SIMULATION_LINEAR_KEY];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  for await (const text of child.stdout.setEncoding("utf8")) {
    printed += String(text);
    if (printed.includes("Ctrl-C")) break;
  }
  const url = /(http:\S+)\/graphql/.exec(printed)?.[1];
  if (url === undefined) throw new Error("the stand-in for Linear did not start");
  project.provide("linearUrl", url);
  return () => void child.kill("SIGTERM");
}
