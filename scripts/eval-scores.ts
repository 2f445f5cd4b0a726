// What the evals print, as rows of ours beside a target. Pure.

export interface NormalizeScores {
  readonly mean: { readonly GA: number; readonly P: number };
  /** [right, all] by "status|expectation|source". */
  readonly pairs: Readonly<Record<string, readonly [number, number]>>;
  /** [kept distinct, all]. */
  readonly constants: readonly [number, number];
}

export interface RedactScores {
  readonly agg: Readonly<
    Record<string, { readonly n: number; readonly ok: number; strict: number; keep: number }>
  >;
  readonly macro: number;
  readonly soft: { readonly n: number; readonly changed: number };
}

export interface StackScores {
  readonly total: StackRow;
  readonly rows: Readonly<Record<string, StackRow>>;
}

interface StackRow {
  readonly stacks: number;
  readonly allExact: number;
  readonly inApp: number;
  readonly inAppDen: number;
  readonly topInApp: number;
  readonly topInAppDen: number;
}

export interface FingerprintScores {
  readonly strictPrecision: number;
  readonly familyAccuracy: number;
  readonly familyPrecision: number;
  readonly familyRecall: number;
}

export interface ScoreRow {
  readonly measure: string;
  readonly ours: string;
  readonly target: string;
  readonly reached: boolean;
}

/** The classes of secret that must be found without exception. */
const CERTAIN = ["jwt", "private-key", "auth-header", "cookie", "url-credentials"];

/** Sets that V8 wrote; browsers' and hand-made ones are not what a Worker throws. */
const V8_SETS = ["v8-truth (Node CallSite)", "workerd recorded"];

/** Every measure with its target. */
export function scoreRows(scores: {
  readonly normalize: NormalizeScores;
  readonly redact: RedactScores;
  readonly stack: StackScores;
  readonly fingerprint: FingerprintScores;
}): readonly ScoreRow[] {
  const { normalize, redact, stack, fingerprint } = scores;
  const all = redact.agg["all|in"] ?? { n: 0, ok: 0, strict: 0, keep: 0 };
  const certain = CERTAIN.map((name) => redact.agg[`cls|in|${name}`]);
  const found = certain.reduce((count, row) => count + (row?.ok ?? 0), 0);
  const asked = certain.reduce((count, row) => count + (row?.n ?? 0), 0);
  const v8 = V8_SETS.flatMap((name) => stack.rows[name] ?? []);
  const [distinct, messages] = normalize.constants;
  return [
    atLeast("normalise: mean grouping accuracy", normalize.mean.GA, 0.87),
    atLeast("normalise: pair precision", normalize.mean.P, 0.999),
    share("normalise: pairs that must meet", normalize.pairs["core|same|ALL"], 0.99),
    share("normalise: pairs that must stay apart", normalize.pairs["core|diff|ALL"], 1),
    share(
      "normalise: runtime messages kept distinct",
      [distinct, messages],
      (messages - 2) / messages,
    ),
    share("stack: read exactly (V8)", [sum(v8, "allExact"), sum(v8, "stacks")], 0.997),
    share("stack: own flag (V8)", [sum(v8, "inApp"), sum(v8, "inAppDen")], 1),
    share("stack: first own frame (V8)", [sum(v8, "topInApp"), sum(v8, "topInAppDen")], 1),
    {
      ...share("stack: read exactly (all sets)", [stack.total.allExact, stack.total.stacks], 0),
      target: "none: Safari's and prose",
    },
    atLeast("fingerprint: pair precision", fingerprint.strictPrecision, 1),
    atLeast("family: grouping accuracy", fingerprint.familyAccuracy, 0.99),
    atLeast("family: pair precision", fingerprint.familyPrecision, 0.99),
    atLeast("family: pair recall", fingerprint.familyRecall, 0.99),
    share("redact: recall", [all.ok, all.n], 0.97),
    atLeast("redact: recall, mean over classes", redact.macro, 0.97),
    share("redact: recall, JWT, key, header, cookie, URL", [found, asked], 1),
    share("redact: strict recall", [all.strict, all.n], 0.96),
    share("redact: words outside the secret kept", [all.keep, all.n], 0.95),
    share("redact: benign left alone", [redact.soft.n - redact.soft.changed, redact.soft.n], 0.998),
  ];
}

/** Reads the two lines that eval-fingerprint.mjs prints. */
export function readFingerprintScores(printed: string): FingerprintScores {
  const numbers = (key: string): readonly number[] => {
    const line = printed.split("\n").find((text) => text.startsWith(`${key} `)) ?? "";
    const found = /GA ([\d.]+) +pair precision ([\d.]+) +pair recall ([\d.]+)/.exec(line);
    if (found === null) throw new Error(`no scores for ${key}: ${printed.slice(0, 200)}`);
    return found.slice(1).map(Number);
  };
  const [, strictPrecision = 0] = numbers("fingerprint");
  const [familyAccuracy = 0, familyPrecision = 0, familyRecall = 0] = numbers("family");
  return { strictPrecision, familyAccuracy, familyPrecision, familyRecall };
}

function atLeast(measure: string, ours: number, target: number): ScoreRow {
  return {
    measure,
    ours: ours.toFixed(3),
    target: `≥ ${target}`,
    reached: ours >= target,
  };
}

function share(
  measure: string,
  [right, all]: readonly [number, number] = [0, 0],
  target: number,
): ScoreRow {
  const ours = all === 0 ? 0 : right / all;
  return {
    measure: `${measure} (${Math.round(right)} of ${all})`,
    ours: `${(100 * ours).toFixed(1)} %`,
    target: `≥ ${(100 * target).toFixed(1)} %`,
    reached: ours >= target,
  };
}

function sum(rows: readonly StackRow[], field: keyof StackRow): number {
  return rows.reduce((total, row) => total + row[field], 0);
}
