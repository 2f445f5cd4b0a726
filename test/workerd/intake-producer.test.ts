// What the intake asks of a producer's object: leave to begin incidents, and to note sightings.
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { HOUR_MS } from "../../src/limits.ts";
import { overflowFingerprint } from "../../src/producer/overflow.ts";
import { IncidentDO, ProducerDO } from "../../src/worker.ts";
import { failure, failureMessage, sightingMessage } from "../support/factories.ts";
import { consume, FAILURES, NOW } from "./consume.ts";
import type { Sent } from "./consume.ts";

// Each test has a producer of its own, so that none depends on another.
let nth = 0;

beforeEach(() => {
  nth += 1;
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  vi.spyOn(console, "warn").mockImplementation(() => {});
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

interface View {
  readonly count: number;
  readonly grouping: { readonly type: string };
}

async function look(fingerprint: string): Promise<View | null> {
  const answer = await env.INCIDENT.getByName(fingerprint).fetch("https://outerloop/");
  return answer.ok ? answer.json() : null;
}

describe("the queue's consumer, of a producer with too many kinds of failure", () => {
  const producer = (): string => `varied ${nth}`;
  const kind = (n: number): string => `v1-c${`${nth}`.padStart(9, "0")}${`${n}`.padStart(22, "0")}`;
  const sentKind = (n: number, id = `k${n}`): Sent => {
    const grouping = { ...failure().grouping, producer: producer(), message: `kind ${n}` };
    const samples = [failure({ grouping })] as const;
    return { id, body: failureMessage({ id, fingerprint: kind(n), samples }) };
  };
  const kinds = (from: number, to: number): readonly Sent[] =>
    Array.from({ length: to - from }, (_, n) => sentKind(from + n));

  const overflow = (): Promise<View | null> => look(overflowFingerprint(producer()));

  it("begins no more incidents than the cap; the rest meets in one, and all is acked", async () => {
    const record = vi.spyOn(IncidentDO.prototype, "record");
    const { acked, retried } = await consume(FAILURES, kinds(0, 60));
    expect([acked.length, retried.length]).toEqual([60, 0]);
    // Each is asked for once; fifty begin and ten meet in one more call.
    expect(record).toHaveBeenCalledTimes(60 + 50 + 1);
    expect(await look(kind(49))).toMatchObject({ count: 1 });
    expect(await look(kind(50))).toBeNull();
    expect(await overflow()).toMatchObject({ count: 10, grouping: { type: "Overflow" } });
  });

  it("goes on counting what it began, and takes others in once the hour is over", async () => {
    await consume(FAILURES, kinds(0, 51));
    vi.setSystemTime(NOW + HOUR_MS);
    await consume(FAILURES, [sentKind(3, "again"), sentKind(51), sentKind(50, "later")]);
    expect(await look(kind(3))).toMatchObject({ count: 2 });
    expect(await look(kind(51))).toMatchObject({ count: 1 });
    expect(await look(kind(50))).toMatchObject({ count: 1 });
    expect(await overflow()).toMatchObject({ count: 1 });
  });

  it("counts a message once that overflowed and is delivered again, in whichever hour", async () => {
    await consume(FAILURES, kinds(0, 51));
    await consume(FAILURES, [sentKind(50)]);
    expect(await overflow()).toMatchObject({ count: 1 });
    vi.setSystemTime(NOW + HOUR_MS);
    const { acked } = await consume(FAILURES, [sentKind(50)]);
    expect(acked).toEqual(["k50"]);
    await consume(FAILURES, [sentKind(50), sentKind(50, "fresh")]);
    await consume(FAILURES, [sentKind(50)]);
    expect((await look(kind(50)))?.count).toBe(1);
    expect(await overflow()).toMatchObject({ count: 1 });
  });

  it("leaves other producers their own places", async () => {
    await consume(FAILURES, kinds(0, 51));
    nth += 1;
    await consume(FAILURES, [sentKind(0)]);
    expect(await look(kind(0))).toMatchObject({ count: 1 });
  });

  it("retries what is new while the producer's object is unwell, and counts what is known", async () => {
    await consume(FAILURES, [sentKind(0)]);
    vi.spyOn(ProducerDO.prototype, "admit").mockImplementation(() => {
      throw new Error("unwell");
    });
    const { acked, retried } = await consume(FAILURES, [sentKind(0, "more"), sentKind(1)]);
    expect([acked, retried]).toEqual([["more"], [["k1", 5]]]);
    expect(await look(kind(1))).toBeNull();
  });
});

describe("the queue's consumer, of sightings", () => {
  const producer = (): string => `sighted ${nth}`;
  const sentSighting = (id: string, version: string, at: number): Sent => ({
    id,
    body: sightingMessage({ id, producer: producer(), version, at }),
  });

  it("tells them to their producer in one call, which remembers the versions", async () => {
    const sight = vi.spyOn(ProducerDO.prototype, "sight");
    const { acked, retried } = await consume(FAILURES, [
      sentSighting("1", "v1", NOW - 9),
      sentSighting("2", "v2", NOW - 5),
      sentSighting("3", "v1", NOW - 2),
    ]);
    expect([acked.toSorted(), retried]).toEqual([["1", "2", "3"], []]);
    expect(sight).toHaveBeenCalledTimes(1);
    expect(await env.PRODUCER.getByName(producer()).versions()).toEqual([
      { id: "v1", firstAt: NOW - 9, lastAt: NOW - 2 },
      { id: "v2", firstAt: NOW - 5, lastAt: NOW - 5 },
    ]);
  });

  it("retries them while their producer is unwell, and takes in the failures", async () => {
    vi.spyOn(ProducerDO.prototype, "sight").mockRejectedValue(new Error("unwell"));
    const { acked, retried } = await consume(FAILURES, [
      sentSighting("1", "v1", NOW),
      { id: "2", body: failureMessage() },
    ]);
    expect([acked, retried]).toEqual([["2"], [["1", 5]]]);
  });
});
