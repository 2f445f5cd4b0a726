import { describe, expect, it } from "vitest";
import type { Canary } from "../../../scripts/canaries/plant.ts";
import { searchFor } from "../../../scripts/canaries/search.ts";

const canary = (secret: string, pieceUnits = 8): Canary => ({
  kind: "password",
  field: "log text",
  guard: "redaction",
  secret,
  pieceUnits,
});

const QUOTED = canary('q7Rw2Zx9"Lp4Vn8Kt');
const WORD = canary("Hs6Bd1Fg5Jc0MyTe");
const PHONE = canary("415 555 0132", 12);
const search = searchFor([QUOTED, WORD, PHONE]);

describe("searchFor", () => {
  it.each([
    ["whole", `password=${WORD.secret}`],
    ["its first half", `password=${WORD.secret.slice(0, 8)}…`],
    ["its last half", `<token>${WORD.secret.slice(-8)}`],
    ["its middle", `x${WORD.secret.slice(3, 11)}x`],
  ])("finds a secret: %s", (_, text) => {
    expect(search(text)).toEqual(new Set([WORD]));
  });

  it.each([
    ["as it is", QUOTED.secret.slice(4, 13)],
    ["in JSON", JSON.stringify({ a: QUOTED.secret.slice(4, 13) })],
    ["in JSON in JSON", JSON.stringify(JSON.stringify({ a: QUOTED.secret.slice(4, 13) }))],
    ["in a URL", encodeURIComponent(QUOTED.secret.slice(4, 13))],
    ["in a URL in a URL", encodeURIComponent(encodeURIComponent(QUOTED.secret.slice(4, 13)))],
  ])("finds a piece around a sign: %s", (_, text) => {
    expect(search(text)).toEqual(new Set([QUOTED]));
  });

  it("finds several in one text", () => {
    expect(search(`${PHONE.secret} ${WORD.secret} ${WORD.secret}`)).toEqual(new Set([PHONE, WORD]));
  });

  it("finds nothing in less than a piece, or where there is none", () => {
    expect(search(`${WORD.secret.slice(0, 7)} 555 0132 <token>`)).toEqual(new Set());
    expect(search("")).toEqual(new Set());
  });
});
