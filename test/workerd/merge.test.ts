import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { IncidentDO } from "../../src/worker.ts";
import { NOW } from "./consume.ts";
import { act, begin, deliver, refusalOf, see, storedOf } from "./people.ts";

const UNKNOWN = `v1-${"d".repeat(32)}`;

// Each test has incidents of its own, so that none depends on another.
let nth = 0;
function fingerprint(name: "a" | "b" | "c"): string {
  return `v1-${name}${nth.toString(16).padStart(31, "0")}`;
}

async function countsOf(...names: readonly ("a" | "b" | "c")[]): Promise<readonly unknown[]> {
  return Promise.all(names.map(async (name) => (await see(fingerprint(name)))?.count));
}

function mergeInto(name: "a" | "b", into: "a" | "b" | "c"): Promise<Response> {
  return act(fingerprint(name), "merge", { into: fingerprint(into) });
}

beforeEach(async () => {
  nth += 1;
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  await begin(fingerprint("a"), "a first");
  await begin(fingerprint("b"), "b first");
});

afterEach(() => {
  vi.useRealTimers();
});

describe("a merge", () => {
  it("has later failures counted by the target", async () => {
    await mergeInto("a", "b");
    expect(await deliver(fingerprint("a"), "a second", "a third")).toEqual(["a second", "a third"]);
    expect(await countsOf("a", "b")).toEqual([1, 3]);
  });

  it("counts at the target once what is delivered again", async () => {
    await mergeInto("a", "b");
    await deliver(fingerprint("a"), "a second");
    expect(await deliver(fingerprint("a"), "a second")).toEqual(["a second"]);
    expect(await countsOf("a", "b")).toEqual([1, 2]);
  });

  it("does not count again what was counted before it", async () => {
    await mergeInto("a", "b");
    expect(await deliver(fingerprint("a"), "a first", "a second")).toEqual(["a first", "a second"]);
    expect(await countsOf("a", "b")).toEqual([1, 2]);
  });

  it("tells both of each other", async () => {
    await mergeInto("a", "b");
    const [a, b] = [await see(fingerprint("a")), await see(fingerprint("b"))];
    expect(b?.members).toEqual([fingerprint("a")]);
    expect(b?.timeline.at(-1)?.what).toBe(`${fingerprint("a")} was merged into it`);
    expect(a?.timeline.at(-1)?.what).toBe(`merged into ${fingerprint("b")}`);
  });

  it("is refused into an incident that there is not, and begins none", async () => {
    const before = await see(fingerprint("a"));
    expect(await refusalOf(await act(fingerprint("a"), "merge", { into: UNKNOWN }))).toEqual([
      409,
      "not_possible",
      `No incident has the fingerprint ${UNKNOWN}.`,
    ]);
    expect(await storedOf(UNKNOWN)).toEqual({ tables: [], alarmAt: null });
    expect(await see(fingerprint("a"))).toEqual(before);
  });

  it("is refused into itself", async () => {
    const [status, code] = await refusalOf(await mergeInto("a", "a"));
    expect([status, code]).toEqual([409, "not_possible"]);
    expect(await see(fingerprint("a"))).toMatchObject({
      members: [],
      phase: { name: "collecting" },
    });
  });

  it("goes in no circle", async () => {
    await mergeInto("a", "b");
    const [status, code, words] = await refusalOf(await mergeInto("b", "a"));
    expect([status, code]).toEqual([409, "not_possible"]);
    expect(words).toContain(fingerprint("a"));
    expect(await see(fingerprint("b"))).toMatchObject({ phase: { name: "collecting" } });
    expect((await see(fingerprint("a")))?.members).toEqual([]);
    await deliver(fingerprint("b"), "b second");
    expect(await countsOf("a", "b")).toEqual([1, 2]);
  });

  it("goes in no circle when both are merged at once", async () => {
    const answers = await Promise.all([mergeInto("a", "b"), mergeInto("b", "a")]);
    expect(answers.filter(({ ok }) => ok).length).toBeLessThan(2);
    await Promise.all(answers.map((answer) => answer.text()));
    expect(await deliver(fingerprint("a"), "a second")).toEqual(["a second"]);
    expect(await deliver(fingerprint("b"), "b second")).toEqual(["b second"]);
  });

  it("goes one step and no further", async () => {
    await begin(fingerprint("c"), "c first");
    await mergeInto("a", "b");
    const [, code, words] = await refusalOf(await mergeInto("b", "c"));
    expect(code).toBe("not_possible");
    expect(words).toContain(fingerprint("a"));
    expect((await see(fingerprint("c")))?.members).toEqual([]);
  });

  it("is taken back where its target is merged away at the same moment", async () => {
    await begin(fingerprint("c"), "c first");
    const { act: perform } = IncidentDO.prototype;
    const spy = vi.spyOn(IncidentDO.prototype, "act");
    spy.mockImplementationOnce(async function actLate(this: IncidentDO, ...asked) {
      await mergeInto("b", "c");
      return perform.apply(this, asked);
    });
    const [status, code] = await refusalOf(await mergeInto("a", "b"));
    spy.mockRestore();
    expect([status, code]).toEqual([409, "not_possible"]);
    expect(await deliver(fingerprint("a"), "a second")).toEqual(["a second"]);
    expect(await countsOf("a", "b", "c")).toEqual([2, 1, 1]);
  });

  it("that died halfway leaves a member behind, which keeps nothing from being merged", async () => {
    await begin(fingerprint("c"), "c first");
    await env.INCIDENT.getByName(fingerprint("b")).join(fingerprint("a"));
    expect((await mergeInto("b", "c")).status).toBe(200);
    expect((await see(fingerprint("b")))?.members).toEqual([]);
    await deliver(fingerprint("a"), "a second");
    await deliver(fingerprint("b"), "b second");
    expect(await countsOf("a", "b", "c")).toEqual([2, 1, 2]);
  });

  it("that died halfway is done by the same request once more", async () => {
    await env.INCIDENT.getByName(fingerprint("b")).join(fingerprint("a"));
    expect((await mergeInto("a", "b")).status).toBe(200);
    expect((await see(fingerprint("b")))?.members).toEqual([fingerprint("a")]);
  });
});

describe("the undoing of a merge", () => {
  beforeEach(async () => {
    await mergeInto("a", "b");
    await deliver(fingerprint("a"), "a second");
    await act(fingerprint("a"), "unmerge");
  });

  it("has later failures counted by the incident itself again", async () => {
    expect(await deliver(fingerprint("a"), "a third")).toEqual(["a third"]);
    expect(await countsOf("a", "b")).toEqual([2, 2]);
  });

  it("does not count again what the target counted meanwhile", async () => {
    const again = ["a first", "a second"];
    expect(await deliver(fingerprint("a"), ...again)).toEqual(again);
    expect(await countsOf("a", "b")).toEqual([1, 2]);
  });

  it("takes it off the members, so that the target can be merged itself", async () => {
    expect((await see(fingerprint("b")))?.members).toEqual([]);
    expect((await mergeInto("b", "a")).status).toBe(200);
  });

  it("that died halfway leaves the merge as it was, and is done by the same request", async () => {
    await mergeInto("a", "b");
    await env.INCIDENT.getByName(fingerprint("b")).leave(fingerprint("a"));
    await deliver(fingerprint("a"), "a third");
    expect(await countsOf("a", "b")).toEqual([1, 3]);
    expect((await act(fingerprint("a"), "unmerge")).status).toBe(200);
    await deliver(fingerprint("a"), "a third", "a fourth");
    expect(await countsOf("a", "b")).toEqual([2, 3]);
  });
});
