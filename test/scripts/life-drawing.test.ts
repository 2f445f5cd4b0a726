import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { drawing, transitions } from "../../scripts/life-drawing.ts";

const PAGE = new URL("../../docs/life-of-an-incident.md", import.meta.url);

describe("the drawing of an incident's life", () => {
  const found = transitions();

  it("is in the docs as the code makes it: npm run draw", () => {
    expect(readFileSync(PAGE, "utf8")).toContain(`\`\`\`mermaid\n${drawing(found)}\n\`\`\``);
  });

  it("reaches every phase, and an end", () => {
    const phases = new Set([...found.keys()].flatMap((arrow) => arrow.split(" --> ")));
    expect([...phases].toSorted()).toEqual(
      ["[*]", "collecting", "ignored", "resolved", "ticketed", "verifying"].toSorted(),
    );
  });
});
