import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { withTicket } from "../../scripts/gallery-file.ts";
import { galleryPages } from "../../scripts/gallery-pages.ts";

const FOLDER = new URL("../../docs/tickets/", import.meta.url);
const PAGES = galleryPages();

function page(name: string): string {
  return readFileSync(new URL(`${name}.md`, FOLDER), "utf8");
}

describe("the gallery of tickets", () => {
  it.each(PAGES)("shows $name as the code makes it: npm run gallery", ({ name, body }) => {
    const file = page(name);
    expect(withTicket(file, body)).toBe(file);
  });

  it.each(PAGES)("was read for $name, as the agent and as the person on call", ({ name }) => {
    const [, readings = ""] = page(name).split("written by hand -->");
    expect(readings).toContain("## Read as the agent");
    expect(readings).toContain("## Read as the person on call");
    expect(readings.match(/^- \[x\] .{20,}/gm)?.length).toBe(6);
    expect(readings).not.toContain("- [ ]");
  });

  it("has no page that nothing makes any more", () => {
    const files = readdirSync(FOLDER).filter((file) => file !== "README.md");
    expect(files.toSorted()).toEqual(PAGES.map(({ name }) => `${name}.md`).toSorted());
  });
});

describe("a page of the gallery", () => {
  it("keeps what was written by hand, whatever becomes of the ticket", () => {
    const first = withTicket(null, "one");
    const read = first.replaceAll("- [ ] What", "- [x] What");
    expect(withTicket(read, "two")).toBe(read.replace("one", "two"));
  });
});
