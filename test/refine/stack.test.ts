import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseStack, realType } from "../../src/refine/stack.ts";
import type { Frame } from "../../src/failure/failure.ts";
import type { Thrown } from "../../src/refine/stack.ts";
import { timesAsLong } from "./timing.ts";

const FRAMES = [
  "    at charge (src/pay.ts:2:37)",
  "    at JSON.parse (<anonymous>)",
  "    at async Object.fetch (file:///bundle/index.js:9:12)",
].join("\n");

const READ: readonly Frame[] = [
  { function: "charge", file: "src/pay.ts", line: 2, column: 37, own: true },
  { function: "JSON.parse", file: null, line: null, column: null, own: false },
  { function: "Object.fetch", file: "file:///bundle/index.js", line: 9, column: 12, own: true },
];

const FAKE = "    at fake (forged.js:1:1)";

describe("parseStack", () => {
  it.each<[string, string, Thrown]>([
    ["without a header", FRAMES, thrown("declined")],
    ["below a header", `Error: declined\n${FRAMES}`, thrown("declined")],
    ["below a late name", `PaymentError: declined\n${FRAMES}`, thrown("declined")],
    ["below a code", `Error [ERR_PAY]: declined\n${FRAMES}`, thrown("declined")],
    ["below a bare name", `PaymentError\n${FRAMES}`, thrown("")],
    ["below a bare message", `look:\n${FAKE}\n${FRAMES}`, thrown(`look:\n${FAKE}`)],
    ["below a log's words", `pay: no: Error: look:\n${FAKE}\n${FRAMES}`, thrown(`look:\n${FAKE}`)],
    ["below another message", `Error: as it was\n${FRAMES}`, thrown("as it is now")],
    ["below a message that was cut", `Error: long text\nmore\n${FRAMES}`, thrown("long te")],
    ["indented by two", FRAMES.replaceAll("    at", "  at"), thrown("declined")],
    ["not indented", FRAMES.replaceAll("    at", "at"), thrown("declined")],
    ["indented by tabs", FRAMES.replaceAll("    at", "\tat"), thrown("declined")],
    ["with Windows' line ends", FRAMES.replaceAll("\n", "\r\n"), thrown("declined")],
    ["with blank lines", `\n${FRAMES.replaceAll("\n", "\n\n")}\n\n`, thrown("declined")],
    ["with prose among them", FRAMES.replace("\n", "\n    at the end\n"), thrown("declined")],
    [
      "with an endless line",
      FRAMES.replace("\n", `\n    at ${"x".repeat(600)}:1:1\n`),
      thrown("x"),
    ],
    ["for a message of spaces", FRAMES, thrown("    ")],
  ])("reads frames %s", (_, stack, error) => {
    expect(parseStack(stack, error)).toEqual(READ);
  });

  it("takes no frame for a header, whatever its function is called", () => {
    const frames = parseStack(FRAMES.replace("charge", "pay: declined"), thrown("declined"));
    expect(frames).toEqual([{ ...READ[0], function: "pay: declined" }, ...READ.slice(1)]);
  });

  it.each([
    ["in its middle", `first\n${FAKE}\nlast`],
    ["at its end", `first\n${FAKE}`],
    ["with a blank line after", `first\n${FAKE}\n\n`],
    ["with text of a cause", `first\nCaused by: Error: x\n${FAKE}`],
    ["with colons", `a: b: c: d: e: f\n${FAKE}`],
  ])("takes no frame from a message that forges one %s", (_, message) => {
    expect(parseStack(`Error: ${message}\n${FRAMES}`, thrown(message))).toEqual(READ);
  });

  it.each([
    ["Caused by: TypeError: inner"],
    ["caused by Error: inner"],
    ["[cause]: TypeError: inner"],
    ["  [cause]: TypeError: inner"],
    ["{ [cause]: TypeError: inner"],
    ["{\n  [errors]: [\n    Error: inner"],
    ["From previous event:"],
    ["Error: a second one"],
  ])("stops before the frames behind %j", (opening) => {
    const stack = `Error: outer\n${FRAMES}\n${opening}\n    at inner (src/db.ts:1:1)`;
    expect(parseStack(stack, thrown("outer"))).toEqual(READ);
  });

  it("takes no cause's frames for those of an error that has none", () => {
    const stack = "Error: outer\nCaused by: Error: inner\n    at inner (src/db.ts:1:1)";
    expect(parseStack(stack, thrown("outer"))).toEqual([]);
  });

  it("reads what Node's inspect prints, without the cause", () => {
    const error = new Error("outer", { cause: new TypeError("inner") });
    error.stack = `Error: outer\n${FRAMES}`;
    expect(parseStack(inspect(error), error)).toEqual(READ);
  });

  it("reads at most 50 frames", () => {
    const frames = "    at f (index.js:1:1)\n".repeat(80);
    expect(parseStack(frames, thrown("deep"))).toHaveLength(50);
  });

  it.each(["", "\n", "at", "at ", "Error", "Error: x", "no stack at all", "    at (("])(
    "reads no frames from %j",
    (stack) => {
      expect(parseStack(stack, thrown("x"))).toEqual([]);
    },
  );

  it("gives the same frames with a header and without", () => {
    fc.assert(
      fc.property(
        className,
        messages,
        fc.array(frameLines, { minLength: 1 }),
        (name, message, lines) => {
          const frames = lines.join("\n");
          const header = message === "" ? name : `${name}: ${message}`;
          const error = { name: "Error", message };
          expect(parseStack(`${header}\n${frames}`, error)).toEqual(parseStack(frames, error));
        },
      ),
    );
  });

  it("never throws, is bounded and says the same twice", () => {
    fc.assert(
      fc.property(messages, messages, fc.string(), (stack, message, name) => {
        const error = { name, message };
        const frames = parseStack(stack, error);
        expect(frames.length).toBeLessThanOrEqual(50);
        expect(parseStack(stack, error)).toEqual(frames);
        expect(realType(stack, error)).toMatch(/^[A-Za-z_$][\w$.]{0,63}$/);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["blank lines", "\n"],
    ["spaces", " "],
    ["words", "at "],
    ["prose", "at (\n"],
    ["colons", ": "],
    ["brackets", `    at f${" (".repeat(240)}:1:1)\n`],
    ["numbers", `    at f (${"1:".repeat(240)}1)\n`],
    ["evals", `    at f (${"eval at x (".repeat(40)}:1:1)\n`],
    ["folders", `    at f (${"/node_modules".repeat(36)}:1:1)\n`],
  ])("reads 128 KB of hostile %s as fast as of long frames", (_, part) => {
    const path = `/srv/${"shop/".repeat(90)}`;
    const benign = ofLength(131_072, `    at charge (${path}pay.js:1:1)\n`);
    const hostile = ofLength(131_072, part);
    const ratio = timesAsLong(
      () => parseStack(hostile, thrown("x")),
      () => parseStack(benign, thrown("x")),
      8,
    );
    // Measured at 3 at most; the rest is for a busy machine, and far below quadratic.
    expect(ratio).toBeLessThan(8);
  });

  it("skips a message of 128 KB in linear time", () => {
    const read = (units: number): (() => unknown) => {
      const message = ofLength(units, `${FAKE}\n: `);
      const stack = `Error: ${message}\n${FRAMES}`;
      expect(parseStack(stack, thrown(message))).toEqual(READ);
      return () => parseStack(stack, thrown(message));
    };
    expect(timesAsLong(read(131_072), read(32_768), 10)).toBeLessThan(10);
  });
});

describe("realType", () => {
  it.each<[string, string | null, Thrown, string]>([
    ["the runtime's word", FRAMES, { name: "TypeError", message: "x" }, "TypeError"],
    ["the header's, where that is Error", `PayError: x\n${FRAMES}`, thrown("x"), "PayError"],
    ["the header's without frames", "AggregateError: x", thrown("x"), "AggregateError"],
    ["the header's without a message", `PayError\n${FRAMES}`, thrown(""), "PayError"],
    ["the header's without its code", `PayError [E_1]: x\n${FRAMES}`, thrown("x"), "PayError"],
    ["a name with a namespace", `shop.PayError: x\n${FRAMES}`, thrown("x"), "shop.PayError"],
    ["the header's for an empty name", `PayError: x`, { name: "", message: "x" }, "PayError"],
    [
      "the runtime's, if it says more",
      `PayError: x`,
      { name: "RangeError", message: "x" },
      "RangeError",
    ],
    ["Error without a stack", null, thrown("x"), "Error"],
    ["Error without a header", FRAMES, thrown("x"), "Error"],
    ["Error for another message", `PayError: y\n${FRAMES}`, thrown("x"), "Error"],
    ["Error for a sentence", `Please run this: x\n${FRAMES}`, thrown("x"), "Error"],
    [
      "Error for a message in the name's place",
      "PayError: x",
      { name: "", message: "PayError: x" },
      "Error",
    ],
    ["Error for a name that is no identifier", null, { name: "404 /a/b", message: "x" }, "Error"],
    ["Error for an endless name", null, { name: "E".repeat(65), message: "x" }, "Error"],
  ])("is %s", (_, stack, error, type) => {
    expect(realType(stack, error)).toBe(type);
  });
});

function thrown(message: string): Thrown {
  return { name: "Error", message };
}

function ofLength(units: number, part: string): string {
  return part.repeat(Math.ceil(units / part.length)).slice(0, units);
}

const className = fc.stringMatching(/^[A-Z][A-Za-z]{0,12}$/);

/** Texts of several lines, some of which look like what a stack is made of. */
const messages = fc
  .array(fc.oneof(fc.string(), fc.constantFrom(FAKE, "at ", "Error: x", "[cause]: y", "  ", "")))
  .map((lines) => lines.join("\n"));

const frameLines = fc.oneof(
  fc
    .tuple(className, fc.nat(9_999), fc.nat(9_999))
    .map(([name, line, column]) => `    at ${name}.run (src/${name}.ts:${line}:${column})`),
  fc.constantFrom("    at JSON.parse (<anonymous>)", "    at async Promise.all (index 0)"),
);
