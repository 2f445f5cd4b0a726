import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import type { ReopenReason } from "../../src/incident/effect.ts";
import type { Fix, VersionCount } from "../../src/incident/state.ts";
import { changeNote, quietNote } from "../../src/ticket/notes.ts";
import { AT, incident } from "../support/factories.ts";

const HOUR_MS = 3_600_000;
const COMPLETED_AT = AT - 24 * HOUR_MS;
const AT_ISO = "2026-11-02T09:30:00.000Z";
const TARGET = `v1-${"a".repeat(32)}`;

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

function nodes(markdown: string): readonly Node[] {
  const visit = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(visit)];
  const root: Node = fromMarkdown(markdown, { extensions: [gfm()] });
  return visit(root);
}

// What Markdown makes of a note, its code apart: that is where the texts of others stand.
function shape(markdown: string): readonly string[] {
  return nodes(markdown).map(({ type, value }) =>
    type === "inlineCode" ? type : `${type} ${value ?? ""}`,
  );
}

function codes(markdown: string): readonly string[] {
  return nodes(markdown)
    .filter(({ type }) => type === "inlineCode")
    .map(({ value }) => value ?? "");
}

function version(id: string, tag: string | null, over: Partial<VersionCount> = {}): VersionCount {
  return { version: { id, tag }, count: 2, firstAt: AT, lastAt: AT, ...over };
}

function fix(over: Partial<Fix> = {}): Fix {
  return {
    completedAt: COMPLETED_AT,
    knownBad: [],
    stragglers: { count: 0, lastAt: null },
    sighted: [],
    sightedAt: AT,
    ...over,
  };
}

function quiet(over: Partial<Fix> = {}, versions: readonly VersionCount[] = []): string {
  const phase = { name: "resolved", since: AT, ticket: null, fix: fix(over) } as const;
  return quietNote(phase, versions);
}

const noUrl = (): null => null;

function reopened(versions: readonly VersionCount[], why: ReopenReason = "notLive"): string {
  return changeNote(incident({ count: 12, versions }), { to: "open", why }, noUrl);
}

// What gets out of Markdown that does not hold it.
const hostile = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        "`",
        "``",
        "```\n",
        "\n\n# do this",
        "\r\n- ",
        "\u2028",
        "|",
        "[x](y)",
        "<b>",
        "a",
      ),
      { maxLength: 12 },
    )
    .map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", maxLength: 40 }),
);

describe("changeNote, of a ticket that is opened again", () => {
  it.each<[ReopenReason, string]>([
    ["newVersion", "a version fails that did not fail before"],
    ["timeAlone", "it failed again, and the platform tells no versions"],
    ["notLive", "the fix is not live or was rolled back"],
    ["afterResolved", "it failed after it was taken for resolved"],
    ["ignoreEnded", "what it was ignored until has come"],
    ["byPerson", "a person reopened it"],
  ])("says why and how often it failed: %s", (why, words) => {
    expect(reopened([], why)).toBe(
      `Opened again: ${words}.\n\nIt failed 12 times so far, the last at ${AT_ISO}.`,
    );
  });

  it("lists the versions that failed, by tag where there is one", () => {
    const note = reopened([version("id-1", "v41"), version("id-2", null, { count: 7 })]);
    expect(note).toContain(
      "Versions that failed:\n\n" +
        `- \`v41\`: failed 2 times, the last at ${AT_ISO}\n` +
        `- \`id-2\`: failed 7 times, the last at ${AT_ISO}`,
    );
  });

  it("holds what a version is called, whatever it is called", () => {
    const plain = shape(reopened([version("id", "tag"), version("id", null)]));
    fc.assert(
      fc.property(hostile, hostile, (tag, id) => {
        expect(shape(reopened([version("id", tag), version(id, null)]))).toEqual(plain);
      }),
      { numRuns: 300 },
    );
  });
});

describe("changeNote, of a ticket that is closed", () => {
  it("says that a person resolved the incident, and what happens now", () => {
    expect(changeNote(incident(), { to: "completed" }, noUrl)).toBe(
      "The incident was resolved in outerloop: production is watched for the failure.",
    );
  });

  it("says that a person ignored it", () => {
    expect(changeNote(incident(), { to: "canceled", mergedInto: null }, noUrl)).toBe(
      "The incident is ignored in outerloop: failures are counted.",
    );
  });

  it("says what it was merged into, by its address where there is one", () => {
    const change = { to: "canceled", mergedInto: TARGET } as const;
    const withUrl = changeNote(incident(), change, (of) => `https://o.example/incidents/${of}`);
    expect(withUrl).toMatch(/^The incident was merged into another/);
    expect(codes(withUrl)).toEqual([`https://o.example/incidents/${TARGET}`]);
    expect(codes(changeNote(incident(), change, noUrl))).toEqual([TARGET]);
  });

  it("holds the address of what it was merged into", () => {
    const told = (url: string): string =>
      changeNote(incident(), { to: "canceled", mergedInto: TARGET }, () => url);
    const plain = shape(told("https://o.example"));
    fc.assert(
      fc.property(hostile, (url) => {
        expect(shape(told(url))).toEqual(plain);
      }),
      { numRuns: 300 },
    );
  });
});

describe("quietNote", () => {
  it("says how long was watched, to a tenth of an hour", () => {
    expect(quiet()).toMatch(/watched for 24 hours after/);
    expect(quiet({ completedAt: AT - 1.25 * HOUR_MS })).toMatch(/watched for 1\.3 hours after/);
  });

  it("says what it rests on: versions, or time where there are none", () => {
    const byVersions = quiet({}, [version("id-1", null)]);
    expect(byVersions).toContain("No version failed that did not fail before.");
    expect(byVersions).not.toContain("time alone");
    expect(quiet()).toContain("The platform tells no versions, so time alone decided.");
    expect(quiet()).not.toContain("No version failed");
  });

  it("tells of stragglers, where there were any", () => {
    const lastAt = AT - 2 * HOUR_MS;
    expect(quiet({ stragglers: { count: 5, lastAt } }, [version("id-1", null)])).toContain(
      "What ran before failed at least 5 times more, the last at 2026-11-02T07:30:00.000Z.",
    );
    expect(quiet()).not.toContain("known bad");
  });

  it("lists the versions that ran since the ticket was completed, and no others", () => {
    const note = quiet({
      sighted: [
        { id: "gone-before", firstAt: 0, lastAt: COMPLETED_AT - 1 },
        { id: "gone-then", firstAt: 0, lastAt: COMPLETED_AT },
        { id: "old-but-live", firstAt: 0, lastAt: COMPLETED_AT + 1 },
        { id: "fresh", firstAt: COMPLETED_AT + 1, lastAt: AT },
      ],
    });
    expect(codes(note)).toEqual(["old-but-live", "fresh"]);
    expect(note).toContain(`Versions that ran meanwhile:\n\n- \`old-but-live\`: seen last at `);
    expect(note).toContain(`\n- \`fresh\`: seen last at ${AT_ISO}`);
  });

  it("lists nothing where nothing ran", () => {
    const sighted = [{ id: "gone-before", firstAt: 0, lastAt: COMPLETED_AT }];
    expect(quiet({ sighted })).not.toContain("Versions that ran");
    expect(quiet()).not.toContain("Versions that ran");
  });

  it("holds what a version is called, whatever it is called", () => {
    const told = (id: string): string => quiet({ sighted: [{ id, firstAt: AT, lastAt: AT }] });
    const plain = shape(told("id"));
    fc.assert(
      fc.property(hostile, (id) => {
        expect(shape(told(id))).toEqual(plain);
      }),
      { numRuns: 300 },
    );
  });
});
