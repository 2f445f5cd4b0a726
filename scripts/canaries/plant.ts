// Plants one canary in each field for each kind of secret: a secret that no other has.
import { SILENT, TRACES } from "./fields.ts";
import { KINDS } from "./kinds.ts";
import type { Guard, Plant } from "./planted.ts";

export interface Canary {
  readonly kind: string;
  readonly field: string;
  readonly guard: Guard;
  readonly secret: string;
  /** How many units of it give it away. */
  readonly pieceUnits: number;
}

export interface Planting {
  readonly canaries: readonly Canary[];
  /** As a tail Worker would get them, in JSON. */
  readonly traces: readonly object[];
  /** How many of them become a failure on the queue, each another than the others. */
  readonly failingCount: number;
}

/** Begins the name of each planted producer. It says nothing, and shows that a place is searched. */
export const HARMLESS = "canary";

/** Half of most secrets, and long enough to be in no other text. */
const PIECE_UNITS = 8;

/** A trace for each trigger and kind of secret. The same call gives the same canaries. */
export function plantAll(
  only: { readonly kinds?: readonly string[]; readonly triggers?: readonly string[] } = {},
): Planting {
  const canaries: Canary[] = [];
  const kinds = KINDS.filter(({ name }) => only.kinds?.includes(name) ?? true);
  const triggers = Object.keys(TRACES).filter((name) => only.triggers?.includes(name) ?? true);
  const traces = kinds.flatMap((kind) => {
    const plant: Plant = (field, guard) => {
      const secret = kind.secret(canaries.length + 1);
      const { name, pieceUnits = PIECE_UNITS } = kind;
      canaries.push({ kind: name, field, guard, secret, pieceUnits });
      const text = kind.text(secret);
      const line = text.replaceAll("\n", " ");
      const [key, value] = kind.entry(secret);
      return { text, line, key, value, bare: kind.bare?.(secret) ?? line };
    };
    return triggers.map((trigger) => {
      // The name tells failures apart that are alike once redacted; not so where it is planted.
      const name = `${HARMLESS}-${kind.name.toLowerCase().replace(/[^a-z]+/g, "-")}-${trigger}`;
      const common = { scriptName: name, entrypoint: name, outcome: "ok", eventTimestamp: null };
      const parts = { executionModel: "stateless", exceptions: [], logs: [] };
      return { ...common, ...parts, ...TRACES[trigger]?.(plant) };
    });
  });
  const failing = triggers.filter((trigger) => !SILENT.has(trigger));
  return { canaries, traces, failingCount: kinds.length * failing.length };
}
