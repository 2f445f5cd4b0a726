// Rules of src/ticket/quarantine*.ts: which texts count as instructions (docs/quarantine.md).
import type { Mutant } from "./mutant.ts";

const FAILURES = ["test/ticket/quarantine.test.ts"] as const;
const SIGNS = ["test/ticket/quarantine/signs.test.ts"] as const;
const HIDING = ["test/ticket/quarantine/hiding.test.ts"] as const;
const RATES = ["test/ticket/quarantine/rates.test.ts"] as const;

export const QUARANTINE_RULES: readonly Mutant[] = [
  {
    rule: "At the line a text is quarantined.",
    file: "src/ticket/quarantine.ts",
    find: "score >= QUARANTINE_LINE",
    replace: "score > 3 * QUARANTINE_LINE",
    tests: FAILURES,
  },
  {
    rule: "The version's tag is judged.",
    file: "src/ticket/quarantine.ts",
    find: '[version?.tag ?? "", "the version"],',
    replace: "",
    tests: FAILURES,
  },
  {
    rule: "Type, message and route are judged together too.",
    file: "src/ticket/quarantine.ts",
    find: "{ field: TOGETHER, ...toJudgement(weighNames(ringOf(sample))) },",
    replace: "",
    tests: FAILURES,
  },
  {
    rule: "A type and a route that are names do not complete a sentence of the message.",
    file: "src/ticket/quarantine.ts",
    find: "const ring = isPlain(sample) ? []",
    replace: "const ring = isPlain(sample) && sample === null ? []",
    tests: FAILURES,
  },
  {
    rule: "The method of a request orders nothing.",
    file: "src/ticket/quarantine/statements.ts",
    find: "if (word === undefined || !METHODS.has(word.text)) return false;",
    replace: "if (word !== undefined) return false;",
    tests: FAILURES,
  },
  {
    rule: "A verb that tells of something orders nothing.",
    file: "src/ticket/quarantine/order.ts",
    find: "!TELLS_BEFORE.has(last.text) ||",
    replace: "TELLS_BEFORE.size > 0 ||",
    tests: SIGNS,
  },
  {
    rule: "A verb in a name of code orders nothing.",
    file: "src/ticket/quarantine/order.ts",
    find: "if (NAME_BEFORE.test(gap) ||",
    replace: "if (",
    tests: SIGNS,
  },
  {
    rule: "A command of a known tool orders nothing.",
    file: "src/ticket/quarantine/order.ts",
    find: "    isOfTool(folded, words, i) ||\n",
    replace: "",
    tests: SIGNS,
  },
  {
    rule: "What stands in two sentences belongs together less.",
    file: "src/ticket/quarantine/read.ts",
    find: "place += SENTENCE_END_PLACES",
    replace: "place += 0",
    tests: SIGNS,
  },
  {
    rule: "A package that everybody knows is ordinary advice.",
    file: "src/ticket/quarantine/packages.ts",
    find: "return !KNOWN.has(",
    replace: "return KNOWN.size > 0 || !KNOWN.has(",
    tests: SIGNS,
  },
  {
    rule: "One thing said twice does not count twice.",
    file: "src/ticket/quarantine/weights.ts",
    find: "Math.max(weight, merged.get(technique) ?? 0)",
    replace: "weight + (merged.get(technique) ?? 0)",
    tests: [...SIGNS, ...RATES],
  },
  {
    rule: "Tags spell what nobody sees.",
    file: "src/ticket/quarantine/fold.ts",
    find: "    .replace(TAGS, (tag) => String.fromCodePoint((tag.codePointAt(0) ?? 0) - 0xe0000))\n",
    replace: "",
    tests: HIDING,
  },
  {
    rule: "Letters that look like Latin ones are read as them.",
    file: "src/ticket/quarantine/fold.ts",
    find: "(look) => LATIN_BY_LOOK.get(look) ?? look",
    replace: "(look) => look",
    tests: [...SIGNS, ...HIDING, ...RATES],
  },
  {
    rule: "What is encoded is judged in turn.",
    file: "src/ticket/quarantine/text.ts",
    find: "depth === 0 ? [] : decodeBlobs",
    replace: "depth >= 0 ? [] : decodeBlobs",
    tests: HIDING,
  },
  {
    rule: "Letters are read backwards and moved by thirteen places.",
    file: "src/ticket/quarantine/text.ts",
    find: "    weighLetters(reverse(latin)),\n",
    replace: "",
    tests: HIDING,
  },
  {
    rule: "A text in which nothing failed is suspect.",
    file: "src/ticket/quarantine/weigh.ts",
    find: '...(isBare ? [["bare", BARE_WEIGHT] as const] : []),',
    replace: "",
    tests: [...SIGNS, ...RATES],
  },
];
