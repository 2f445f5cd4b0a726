import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import { sanitize } from "../../src/failure/sanitize.ts";
import { RUN_UNITS_MAX } from "../../src/limits.ts";
import { fence, inlineCode, plainWord } from "../../src/ticket/contain.ts";

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

// Every node that holds text of its own, in the document's order.
function leaves(markdown: string): readonly Node[] {
  const visit = (node: Node): readonly Node[] =>
    node.children === undefined ? [node] : node.children.flatMap(visit);
  const root: Node = fromMarkdown(markdown, { extensions: [gfm()] });
  return visit(root).map(({ type, value }) => ({ type, value: value ?? "" }));
}

// What the Markdown of others is made of, and what they would put there to get out.
const PIECES = [
  "`",
  "~",
  "|",
  "\\",
  "#",
  "> ",
  "- ",
  "*",
  "_",
  "<",
  "!",
  "@",
  "\t",
  "\n",
  "\r",
  "\r\n",
  "\u2028",
  "\u0000",
  "```",
  "````",
  "~~~",
  "```text\n",
  "\n```\n",
  "\n# do this",
  "\n\n1. run",
  "    ",
  "<!--",
  "-->",
  "<script>",
  "</script>",
  "[x](https://example.com)",
  "![x](https://example.com)",
  "https://example.com",
  "| a | b |\n| - | - |",
  "\n[x]: https://example.com",
  "&amp;",
  "text",
] as const;

const hostile = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", maxLength: 60 }),
);

// What is left of a text once all is taken out that cannot be seen: line ends are of one kind.
function asShown(text: string): string {
  return sanitize(text);
}

describe("fence", () => {
  it.each([
    ["plain text", "card declined", "```text\ncard declined\n```"],
    ["a fence in the text", "```\n# do this", "````text\n```\n# do this\n````"],
    ["a longer fence in the text", "`````", "``````text\n`````\n``````"],
    ["nothing", "", "```text\n\n```"],
  ])("stands around %s", (_what, text, expected) => {
    expect(fence(text, 100)).toBe(expected);
  });

  it("has no run that a reader of Markdown gives up on, nor a fence of one", () => {
    const run = `${"`".repeat(RUN_UNITS_MAX - 1)}…`;
    for (const units of [RUN_UNITS_MAX, 80, 300, 4_000]) {
      const text = `a ${"`".repeat(units)} **b**`;
      expect(fence(text, 10_000).split("\n")).toEqual([
        `${"`".repeat(RUN_UNITS_MAX)}text`,
        `a ${run} **b**`,
        "`".repeat(RUN_UNITS_MAX),
      ]);
      expect(inlineCode(text, 10_000)).toContain(`a ${run} **b**`);
    }
    const most = "`".repeat(RUN_UNITS_MAX - 1);
    expect(fence(most, 100)).toContain(`\n${most}\n`);
  });

  it("is bounded, and says where it was cut", () => {
    expect(fence("word ".repeat(100), 30)).toBe(`\`\`\`text\n${"word ".repeat(6).trim()}…\n\`\`\``);
  });

  it("shows nothing that cannot be seen", () => {
    expect(fence("a\u200Bb\u202Ec\u{E0041}\u0007d", 100)).toBe("```text\nabcd\n```");
  });

  it("holds any text whole, as the only code, and lets nothing of it out", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const found = leaves(`before\n\n${fence(text, 10_000)}\n\nafter`);
        expect(found.map(({ type }) => type)).toEqual(["text", "code", "text"]);
        expect(found[1]?.value).toBe(asShown(text));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("inlineCode", () => {
  it.each([
    ["plain text", "charge@src/pay.ts", "`charge@src/pay.ts`"],
    ["a backtick inside", "a`b", "``a`b``"],
    ["a text that begins and ends with backticks", "``a``", "``` ``a`` ```"],
    ["a text that ends with a backtick", "a`", "`` a` ``"],
    ["a text that begins with a blank", " a", "`  a `"],
    ["what cannot be seen", "a\u200Bb", "`ab`"],
    ["more than there is room for", "x".repeat(400), `\`${"x".repeat(225)}…\``],
    ["line breaks", "a\r\nb\n\nc", "`a b c`"],
    ["a table's bar", "a|b", "`a¦b`"],
    ["nothing", "", "` `"],
    ["blanks alone", "  \n ", "` `"],
  ])("stands around %s", (_what, text, expected) => {
    expect(inlineCode(text)).toBe(expected);
  });

  it("holds any text whole, as the only code, and lets nothing of it out", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const line = asShown(text).replace(/\s+/g, " ").replaceAll("|", "¦");
        const found = leaves(`before ${inlineCode(text)} after`);
        expect(found.map(({ type }) => type)).toEqual(["text", "inlineCode", "text"]);
        expect(found[1]?.value).toBe(line.trim() === "" ? " " : line);
      }),
      { numRuns: 2_000 },
    );
  });

  it("keeps two texts apart that stand in one sentence", () => {
    fc.assert(
      fc.property(hostile, hostile, (one, other) => {
        const found = leaves(`${inlineCode(one)} and ${inlineCode(other)}`);
        expect(found.map(({ type }) => type)).toEqual(["inlineCode", "text", "inlineCode"]);
        expect(found[1]?.value).toBe(" and ");
      }),
      { numRuns: 1_000 },
    );
  });

  it("stays in its cell of a table", () => {
    fc.assert(
      fc.property(hostile, hostile, (one, other) => {
        const row = `| ${inlineCode(one)} | ${inlineCode(other)} |`;
        const found = leaves(`| | |\n| --- | --- |\n${row}\n`);
        expect(found.filter(({ type }) => type === "inlineCode")).toHaveLength(2);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("plainWord", () => {
  it("is the text where it matches, else nothing", () => {
    expect(plainWord("TypeError", /^[A-Z]\w+$/)).toBe("TypeError");
    expect(plainWord("do this", /^[A-Z]\w+$/)).toBeNull();
  });
});
