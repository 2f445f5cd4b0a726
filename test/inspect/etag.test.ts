import { describe, expect, it } from "vitest";
import { etagOf, namesTag, tagged } from "../../src/inspect/etag.ts";
import { ETAGS_UNITS_MAX } from "../../src/limits.ts";

const TAG = etagOf("body");

function asked(tag: string | null = null): Request {
  const headers = tag === null ? {} : { "if-none-match": tag };
  return new Request("https://outerloop.example/incidents", { headers });
}

describe("etagOf", () => {
  it("is the same for the same body and another for another", () => {
    expect(TAG).toMatch(/^"[0-9a-f]{32}"$/);
    expect(etagOf("body")).toBe(TAG);
    expect(etagOf("body ")).not.toBe(TAG);
  });
});

describe("namesTag", () => {
  it.each([TAG, `W/${TAG}`, "*", `"x", ${TAG}`, `"x",W/${TAG}`])("finds it in %s", (header) => {
    expect(namesTag(header, TAG)).toBe(true);
  });

  it.each([null, "", '"x"', TAG.slice(1, -1), `${TAG}x`])("does not find it in %s", (header) => {
    expect(namesTag(header, TAG)).toBe(false);
  });

  it("does not look at what no client sends", () => {
    expect(namesTag(`${'"x", '.repeat(ETAGS_UNITS_MAX)}${TAG}`, TAG)).toBe(false);
  });
});

describe("tagged", () => {
  const headers = { "content-type": "application/json", "cache-control": "no-store" };

  it("gives a good answer its tag and leaves the rest as it is", async () => {
    const response = await tagged(new Response("body", { headers }), asked('"x"'));
    expect([response.status, await response.text()]).toEqual([200, "body"]);
    expect(Object.fromEntries(response.headers)).toEqual({ ...headers, etag: TAG });
  });

  it("answers 304 without a body to whoever has it, as private as before", async () => {
    const response = await tagged(new Response("body", { headers }), asked(TAG));
    expect([response.status, await response.text()]).toEqual([304, ""]);
    expect(Object.fromEntries(response.headers)).toEqual({
      "cache-control": "no-store",
      etag: TAG,
    });
  });

  it("leaves a refusal alone", async () => {
    const response = await tagged(new Response("body", { status: 404 }), asked("*"));
    expect([response.status, response.headers.get("etag")]).toEqual([404, null]);
  });
});
