// Which SHA-256 makes fingerprints: @noble/hashes or node:crypto. Interleaved in one run, as a ratio.
import { createHash } from "node:crypto";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { groupKeys } from "../src/refine/group.ts";

const ROUNDS = 40;
const WARM_UP_ROUNDS = 5;
const CALLS = 5_000;

const GROUPING = {
  producer: "shop",
  route: "GET /orders/:id",
  type: "PaymentError",
  message: "card declined".repeat(10),
  frame: "charge@src/pay.ts",
  status: null,
};
const text = Object.values(GROUPING).join("");

/** Prints what one digest costs, by each way. */
export function benchDigest(): void {
  const candidates: Readonly<Record<string, (n: number) => unknown>> = {
    "@noble/hashes": (n) => bytesToHex(sha256(utf8ToBytes(`${text}${n}`))),
    "node:crypto": (n) => createHash("sha256").update(`${text}${n}`).digest("hex"),
    "groupKeys, remembered": () => groupKeys(GROUPING),
  };
  const totals = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, run] of Object.entries(candidates)) {
      const before = performance.now();
      for (let n = 0; n < CALLS; n += 1) run(n);
      const spent = performance.now() - before;
      if (round >= WARM_UP_ROUNDS) totals.set(name, (totals.get(name) ?? 0) + spent);
    }
  }
  for (const [name, ms] of totals) {
    const each = (ms * 1_000) / ((ROUNDS - WARM_UP_ROUNDS) * CALLS);
    console.log(`${name.padEnd(26)} ${each.toFixed(2)} µs for ${text.length} characters`);
  }
}
