import { describe, expect, it } from "vitest";
import { TRACES } from "../../../scripts/canaries/fields.ts";
import { KINDS } from "../../../scripts/canaries/kinds.ts";
import { plantAll } from "../../../scripts/canaries/plant.ts";
import { searchFor } from "../../../scripts/canaries/search.ts";
import { mayHaveFailed, readTrace } from "../../../src/capture/trace.ts";

const { canaries, traces } = plantAll();

describe("plantAll", () => {
  it("gives the same canaries each time", () => {
    expect(plantAll()).toMatchObject({ canaries, traces });
  });

  it("plants each kind in each field once", () => {
    const names = canaries.map(({ kind, field }) => `${kind} in ${field}`);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(canaries.map(({ kind }) => kind)).size).toBe(KINDS.length);
    expect(traces).toHaveLength(KINDS.length * Object.keys(TRACES).length);
  });

  it("gives no two canaries a piece in common", () => {
    const owners = new Map<string, number>();
    for (const [index, { secret, pieceUnits }] of canaries.entries()) {
      expect(secret.length).toBeGreaterThanOrEqual(pieceUnits);
      for (let at = 0; at + pieceUnits <= secret.length; at++) {
        const piece = secret.slice(at, at + pieceUnits);
        expect(owners.get(piece) ?? index).toBe(index);
        owners.set(piece, index);
      }
    }
  });

  it("puts each of them into the traces", () => {
    expect(searchFor(canaries)(JSON.stringify(traces))).toEqual(new Set(canaries));
  });

  it("makes traces that the tail Worker takes for failing", () => {
    for (const trace of traces) {
      // The door into the tail Worker makes an object of it.
      const event = "event" in trace && trace.event !== "connect" ? trace.event : null;
      expect(mayHaveFailed({ ...trace, event } as TraceItem)).toBe(true);
    }
  });

  it("makes a trace of every kind of trigger that JSON can say", () => {
    const kinds = traces.map((trace) => {
      const read = readTrace(trace);
      return read.ok ? read.value.trigger.kind : "not readable";
    });
    expect(new Set(kinds)).toEqual(
      new Set([
        "fetch",
        "rpc",
        "scheduled",
        "alarm",
        "queue",
        "email",
        "websocket",
        "hibernate",
        "tail",
        "custom",
        "unknown",
        "none",
        "not readable",
      ]),
    );
  });

  it("plants only what it is asked for", () => {
    const few = plantAll({ kinds: ["card"], triggers: ["alarm"] });
    expect(few.traces).toHaveLength(1);
    expect(new Set(few.canaries.map(({ kind }) => kind))).toEqual(new Set(["card"]));
  });
});
