import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readValues } from "../../src/inspect/read-traces.ts";
import { traceItem } from "../support/factories.ts";

const one = { outcome: "ok", logs: [{ message: ["{", "}", "a\nb"] }] };
const two = { outcome: "exception", event: null };
const broken = { ok: false, problem: "this is not JSON" };

function ok(value: unknown): object {
  return { ok: true, value };
}

function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

describe("readValues", () => {
  it.each([
    ["one JSON a line", `${JSON.stringify(one)}\n${JSON.stringify(two)}\n`],
    ["one a line, with Windows line ends", `${JSON.stringify(one)}\r\n${JSON.stringify(two)}`],
    ["one a line, with blank lines", `\n${JSON.stringify(one)}\n  \n\n${JSON.stringify(two)}\n\n`],
    ["a JSON array", JSON.stringify([one, two])],
    ["a JSON array that is pretty-printed", pretty([one, two])],
    ["a pretty-printed stream", `${pretty(one)}\n${pretty(two)}\n`],
    [
      "a pretty-printed stream, with Windows line ends",
      `${pretty(one)}\n${pretty(two)}`.replaceAll("\n", "\r\n"),
    ],
    ["both mixed", `${pretty(one)}\n${JSON.stringify(two)}\n`],
    [
      "a file that begins with a byte order mark",
      `\uFEFF${JSON.stringify(one)}\n${JSON.stringify(two)}`,
    ],
  ])("reads %s", (_what, input) => {
    expect([...readValues(input)]).toEqual([ok(one), ok(two)]);
  });

  it.each([
    ["a single trace on a line", JSON.stringify(one), [ok(one)]],
    ["a single pretty-printed trace", pretty(one), [ok(one)]],
    ["an empty array", "[]", []],
    ["nothing", "", []],
    ["blank lines alone", "\n \n", []],
  ])("reads %s", (_what, input, expected) => {
    expect([...readValues(input)]).toEqual(expected);
  });

  it("puts a problem in the place of a line that is no JSON, and goes on", () => {
    const input = `${JSON.stringify(one)}\n{"outcome": hunter2\n${JSON.stringify(two)}\n`;
    expect([...readValues(input)]).toEqual([ok(one), broken, ok(two)]);
  });

  it("loses one trace and not two where a pretty-printed one was cut off", () => {
    const cutOff = pretty(one).split("\n").slice(0, 3).join("\n");
    expect([...readValues(`${cutOff}\n${pretty(two)}\n`)]).toEqual([broken, ok(two)]);
  });

  it("tells a stream whose end was cut off", () => {
    const cutOff = pretty(two).split("\n").slice(0, 2).join("\n");
    expect([...readValues(`${pretty(one)}\n${cutOff}`)]).toEqual([ok(one), broken]);
  });

  it("reads every list of traces alike, in whichever form it is written", () => {
    const value = fc.record({ outcome: fc.string(), any: fc.jsonValue() });
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 5 }), (values) => {
        const expected = (JSON.parse(JSON.stringify(values)) as unknown[]).map(ok);
        expect([...readValues(JSON.stringify(values))]).toEqual(expected);
        expect([...readValues(values.map((each) => JSON.stringify(each)).join("\n"))]).toEqual(
          expected,
        );
        expect([...readValues(values.map(pretty).join("\n"))]).toEqual(expected);
      }),
    );
  });

  it("reads what `wrangler tail --format json` prints", () => {
    expect([...readValues(`${pretty(traceItem())}\n`)]).toEqual([ok(traceItem())]);
  });
});
