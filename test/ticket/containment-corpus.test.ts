// Every sample of the quarantine's corpus, on the ticket that it would stand on if it were not caught:
// outside of code the ticket reads as that of any other failure.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { renderTicket } from "../../src/ticket/render.ts";
import { outsideCode } from "../support/outside-code.ts";
import { incidentOf, made, options } from "../support/rendered.ts";

const corpus = readFileSync("test/fixtures/injection/hostile.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as { readonly text: string });

function readsAs(text: string): { readonly prose: string; readonly all: string; title: string } {
  const { title, description } = renderTicket(incidentOf(made(() => text)), options);
  return { prose: outsideCode(description), all: description, title };
}

describe("a hostile sample in every field", () => {
  const ordinary = readsAs("ordinary");

  it("is there", () => {
    expect(corpus.length).toBeGreaterThanOrEqual(120);
    expect(readsAs("exfiltrate").all).toContain("exfiltrate");
  });

  it.each(corpus.map(({ text }, nth) => [nth + 1, text] as const))(
    "changes nothing that is read as prose: line %i",
    (_nth, text) => {
      const { prose, title } = readsAs(text);
      expect(prose).toBe(ordinary.prose);
      expect(title).toMatch(/^[\w./:*,~%$ -]{1,160}$/);
    },
  );
});
