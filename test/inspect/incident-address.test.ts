import { describe, expect, it } from "vitest";
import { partAsked, readAddress } from "../../src/inspect/incident-address.ts";
import { failed, ok } from "../../src/result.ts";

const fingerprint = `v1-${"0123456789abcdef".repeat(2)}`;

describe("readAddress", () => {
  it.each([
    ["", "incident"],
    ["/", "incident"],
    [".json", "packJson"],
    [".md", "packMarkdown"],
    ["/samples", "samples"],
    ["/timeline", "timeline"],
    ["/timeline/", "timeline"],
  ])("takes what stands behind the fingerprint, %j, for the %s", (behind, part) => {
    expect(readAddress(`/incidents/${fingerprint}${behind}`)).toEqual(ok({ fingerprint, part }));
  });

  it.each([
    ".xml",
    ".MD",
    ".md.json",
    ".",
    "/sample",
    "/samples/1",
    "/samples.json",
    ".md/samples",
  ])("knows no address that ends in %s", (behind) => {
    const unknown = failed("unknown_route");
    expect(readAddress(`/incidents/${fingerprint}${behind}`)).toEqual(unknown);
  });

  it.each(["v1-1", "V1-x.md", "index", "%00", "index.json", "index/timeline"])(
    "says of %s that it is no fingerprint",
    (name) => {
      expect(readAddress(`/incidents/${name}`)).toEqual(failed("bad_fingerprint"));
    },
  );
});

describe("partAsked", () => {
  it("is all of it after an action", () => {
    expect(partAsked(`/incidents/${fingerprint}/resolve`)).toBe("incident");
    expect(partAsked(`/incidents/${fingerprint}.md`)).toBe("packMarkdown");
  });
});
