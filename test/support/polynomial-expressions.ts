// The expressions whose time grows with a power of their input, each with the bound that makes it
// harmless. An expression on a text that anybody may lengthen does not belong here: mend it.

/** One expression that recheck calls polynomial. */
export interface PolynomialExpression {
  readonly file: string;
  /** How its source begins, far enough to know it by. */
  readonly begins: string;
  /** UTF-16 units of the longest text that it is run on. */
  readonly unitsMax: number;
  /** Why no longer text reaches it. */
  readonly why: string;
  /** Measured with its worst text of that length, on Node 24 and one core of a small server. */
  readonly costMs: number;
}

export const POLYNOMIAL: readonly PolynomialExpression[] = [
  {
    file: "src/refine/redact-extent.ts",
    begins: String.raw`[)\]}.,:!?\\]+$`,
    unitsMax: 8,
    why: "Run on the last CLOSERS_MAX units of a value.",
    costMs: 0.0001,
  },
  {
    file: "src/refine/redact-extent.ts",
    begins: String.raw`\\*["'${"`"}]$`,
    unitsMax: 4,
    why: "Run on the four units before a value.",
    costMs: 0.0001,
  },
  {
    file: "src/refine/redact-names.ts",
    begins: "_(?:name|type|count|",
    unitsMax: 1_024,
    why: "Run on names: two of NAME_MAX units, or columns of an INSERT, 512 units before folding.",
    costMs: 0.06,
  },
  {
    file: "src/refine/redact-runs.ts",
    begins: String.raw`(?:passw\w*|secret|tokens?|`,
    unitsMax: 48,
    why: "Run on the REACH units before a run.",
    costMs: 0.001,
  },
  {
    file: "src/refine/route-pattern.ts",
    begins: String.raw`^.*\d.*\.(json|xml|`,
    unitsMax: 100,
    why: "Run on a segment that the first row, for longer ones, has left.",
    costMs: 0.005,
  },
  {
    file: "src/refine/spoken.ts",
    begins: String.raw`[\w.-]+$`,
    unitsMax: 64,
    why: "Run on the last LABEL_UNITS_MAX units of what was said.",
    costMs: 0.002,
  },
  {
    // What itty-router makes of "*".
    file: "src/inspect/router.ts",
    begins: String.raw`^(.*)?\/*$`,
    unitsMax: 16_384,
    why: "It only fails at a line end, which the path of a URL cannot hold: URL writes it as %0A.",
    costMs: 95,
  },
];
