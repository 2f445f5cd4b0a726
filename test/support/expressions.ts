// Finds every regular expression of the sources, and judges how it grows with its input.
import { checkSync } from "recheck";
import type { AttackPattern, Parameters } from "recheck";
import { parseSync, Visitor } from "vite";

/** An expression and where it stands: "src/refine/stack.ts:12". */
export interface Expression {
  readonly pattern: RegExp;
  readonly place: string;
}

/** An expression that was built while modules loaded. */
export interface Built extends Expression {
  /** Every line of ours that took part, the innermost first. */
  readonly lines: readonly string[];
}

/** What is known of an expression; `attack` gives its worst text of about so many UTF-16 units. */
export interface Verdict {
  readonly complexity: "linear" | "polynomial" | "exponential" | "unknown";
  readonly attack: ((units: number) => string) | null;
}

// Attacks are counted and not timed, so that a busy machine finds the same as an idle one. Only
// those are tried that recheck reads off the expression: to breed more of them took many times as
// long here and found nothing else.
const LIMITS: Parameters = {
  randomSeed: 0,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  attackLimit: 1_000_000,
  maxInitialGenerationSize: 100,
  maxIteration: 0,
  // The exact way is slow for large automata: from here on they are attacked instead.
  maxNFASize: 2_000,
  // Eight times what the slowest takes (7 s, of many alternatives); one that reaches it is unknown, and
  // that is a failure too.
  timeout: 60_000,
};

/** The literals of a source, and the places where it calls `RegExp`. */
export function parseExpressions(
  path: string,
  text: string,
): { readonly literals: readonly Expression[]; readonly calls: readonly string[] } {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const literals: Expression[] = [];
  const calls: string[] = [];
  const placeOf = (start: number): string => `${path}:${text.slice(0, start).split("\n").length}`;
  const call = ({ start, callee }: { start: number; callee: object }): void => {
    if ("name" in callee && callee.name === "RegExp") calls.push(placeOf(start));
  };
  new Visitor({
    Literal: (node) => {
      if (!("regex" in node)) return;
      const { pattern, flags } = node.regex;
      literals.push({ pattern: new RegExp(pattern, flags), place: placeOf(node.start) });
    },
    NewExpression: call,
    CallExpression: call,
  }).visit(program);
  return { literals, calls };
}

/** The expressions that modules below `root` build while `load` runs, by libraries too. */
export async function recordBuilt(root: URL, load: () => Promise<void>): Promise<readonly Built[]> {
  const built: Built[] = [];
  const Native = RegExp;
  const { stackTraceLimit } = Error;
  const record = (pattern: RegExp): RegExp => {
    const lines = linesOf(root, new Error("where").stack ?? "");
    const place = lines.at(-1);
    if (place !== undefined) built.push({ pattern, place, lines });
    return pattern;
  };
  globalThis.RegExp = new Proxy(Native, {
    construct: (target, args, self) => record(Reflect.construct(target, args, self) as RegExp),
    apply: (target, self, args) => record(Reflect.apply(target, self, args) as RegExp),
  });
  // However deep in a library it is built.
  Error.stackTraceLimit = Infinity;
  try {
    await load();
  } finally {
    globalThis.RegExp = Native;
    Error.stackTraceLimit = stackTraceLimit;
  }
  return built;
}

/** Whether time grows with the length of the input, with a power of it, or beyond all bounds. */
export function judge({ source, flags }: RegExp): Verdict {
  // In this process and in JavaScript: neither Java nor a binary is at hand everywhere.
  process.env["RECHECK_SYNC_BACKEND"] = "pure";
  const found = checkSync(source, flags, LIMITS);
  if (found.status === "safe") return { complexity: "linear", attack: null };
  if (found.status === "unknown") return { complexity: "unknown", attack: null };
  const { attack, complexity } = found;
  return { complexity: complexity.type, attack: (units) => grow(attack, units) };
}

function grow({ pumps, suffix }: AttackPattern, units: number): string {
  const fixed = pumps.reduce((sum, { prefix }) => sum + prefix.length, suffix.length);
  const pumped = pumps.reduce((sum, { pump }) => sum + pump.length, 0);
  const times = Math.max(1, Math.floor((units - fixed) / pumped));
  return pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join("") + suffix;
}

function linesOf(root: URL, stack: string): readonly string[] {
  return stack.split("\n").flatMap((frame) => {
    const start = frame.indexOf(root.pathname);
    const found = start === -1 ? null : FRAME.exec(frame.slice(start + root.pathname.length));
    // An import stands in the first column, and asked for no expression.
    return found === null || found[2] === "1" ? [] : [found[1] ?? ""];
  });
}

const FRAME = /^((?:src|durable-objects)\/[^:]+:\d+):(\d+)/;
