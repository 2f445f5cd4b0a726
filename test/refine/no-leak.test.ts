// A secret in any context, put into any field of a trace, is nowhere in the failure: not whole, and
// no eight characters of it. `npm run canaries` shows the same through the real Workers.
import { describe, expect, it } from "vitest";
import { refine } from "../../src/refine/refine.ts";
import type { Trace } from "../../src/refine/trace.ts";
import { AT, trace } from "../support/factories.ts";
import { CONTEXTS, MIXED } from "./redact-fakes.ts";

const options = { unnamedProducer: "unnamed", ownWorkers: new Set<string>(), rules: [] };

const thrown = { at: AT, name: "TypeError", message: "no", stack: "    at f (src/a.ts:1:2)" };
const logged = (...args: readonly unknown[]): Partial<Trace> => ({
  logs: [{ at: AT, level: "error", args, errors: null }],
});

const FIELDS: readonly (readonly [string, (text: string) => Partial<Trace>])[] = [
  ["the message", (message) => ({ exceptions: [{ ...thrown, message }] })],
  ["the type", (name) => ({ exceptions: [{ ...thrown, name }] })],
  [
    "the stack's header",
    (text) => ({ exceptions: [{ ...thrown, stack: `Error: ${text}\n    at f (a.js:1:2)` }] }),
  ],
  [
    "a function of the stack",
    (text) => ({ exceptions: [{ ...thrown, stack: `    at ${text} (src/a.ts:1:2)` }] }),
  ],
  [
    "a file of the stack",
    (text) => ({ exceptions: [{ ...thrown, stack: `    at f (src/${text}.ts:1:2)` }] }),
  ],
  ["a logged text", (text) => logged(text)],
  ["a logged format string", (text) => logged("%s happened", text)],
  ["a logged object", (text) => logged("failed", { nested: { text, list: [text] } })],
  [
    "a logged error",
    (text) => ({
      logs: [
        {
          at: AT,
          level: "error",
          args: [text],
          errors: [{ name: "Error", message: text, stack: null }],
        },
      ],
    }),
  ],
  [
    "the URL's path",
    (text) => ({
      exceptions: [thrown],
      trigger: { kind: "fetch", method: "GET", url: `https://x.example/a/${text}`, status: null },
    }),
  ],
  [
    "the URL's query",
    (text) => ({
      exceptions: [thrown],
      trigger: { kind: "fetch", method: "GET", url: `https://x.example/a?${text}`, status: null },
    }),
  ],
  [
    "the method",
    (method) => ({
      exceptions: [thrown],
      trigger: { kind: "fetch", method, url: "https://x.example/", status: null },
    }),
  ],
  ["an RPC method", (method) => ({ exceptions: [thrown], trigger: { kind: "rpc", method } })],
  ["a cron", (cron) => ({ exceptions: [thrown], trigger: { kind: "scheduled", cron } })],
  ["a queue's name", (queue) => ({ exceptions: [thrown], trigger: { kind: "queue", queue } })],
  ["the outcome", (outcome) => ({ outcome })],
  ["the entrypoint", (entrypoint) => ({ exceptions: [thrown], entrypoint })],
  ["the producer", (scriptName) => ({ exceptions: [thrown], scriptName })],
  ["the version's tag", (tag) => ({ exceptions: [thrown], version: { id: "v", tag } })],
];

describe("a secret that another argument names", () => {
  it.each([
    ["a label", ["password", "hunter2hunter2"]],
    ["a label of a key", ["apiKey", "abcd1234efgh"]],
    ["a format string", ["login pw=%s user=%s", "hunter2hunter2", "bob"]],
    ["a header in a format string", ["x-api-key: %s", "k3y-9f8a7c22"]],
  ])("behind %s is nowhere in the failure", (_what, args) => {
    const text = JSON.stringify(refine(trace(logged(...args)), options));
    expect(text).not.toContain(args[1]);
  });
});

describe.each(FIELDS)("a secret in %s", (_field, put) => {
  it.each(CONTEXTS)("behind %s is nowhere in the failure", (_context, form) => {
    const failures = refine(trace(put(form.replaceAll("§", MIXED))), options);
    expect(failures.length).toBeGreaterThan(0);
    const text = JSON.stringify(failures);
    for (let at = 0; at + 8 <= MIXED.length; at += 1) {
      expect(text).not.toContain(MIXED.slice(at, at + 8));
    }
  });
});
