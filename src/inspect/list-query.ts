// What a list of incidents is asked for, and where its next page begins. A cursor stands between two
// lines: the value that the list is sorted by, and the fingerprint where several lines have that
// value. It says which list it was made for, so that it is not taken for another.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { IncidentSummary } from "../incident/summary.ts";
import { failed, ok } from "../result.ts";
import type { Result } from "../result.ts";

/** What a list is sorted by, the largest first: the last failure, the first one, or the count. */
export type ListSort = "last" | "first" | "count";

/** Which incidents a list has; null where it does not matter. */
export interface ListFilter {
  readonly producer: string | null;
  readonly phase: IncidentSummary["phase"] | null;
  readonly type: string | null;
  /** A part of type, route or message, in any case. */
  readonly text: string | null;
  /** About the last failure, ms since 1970: from then on, and before then. */
  readonly from: number | null;
  readonly to: number | null;
}

/** The line after which a page begins. */
export interface ListPlace {
  readonly value: number;
  readonly fingerprint: string;
}

export interface ListQuery extends ListFilter {
  readonly sort: ListSort;
  /** The most lines of one page. */
  readonly limit: number;
  /** Null: the first page. */
  readonly after: ListPlace | null;
}

/** One page of the list, and the cursor of the next; null where it was the last. */
export interface ListPage {
  readonly lines: readonly IncidentSummary[];
  readonly next: string | null;
}

type WhichList = ListFilter & Pick<ListQuery, "sort">;

/** A number as JavaScript writes those that a value may be, a fingerprint, and the list's digest. */
const CURSOR = /^([0-9.e-]{1,24})~(v1-[0-9a-f]{32})~([0-9a-f]{16})$/;
/** Hex digits that tell one list from another: nobody gains by making two that are alike. */
const LIST_DIGITS = 16;
const NO_CURSOR = "is what an earlier answer gave as 'next'";
const OTHER_LIST = "belongs to another list: send the sort and filters that it was given with";

/** The cursor of the page that begins after that line. */
export function cursorAfter(line: IncidentSummary, list: WhichList): string {
  return `${valueOf(line, list.sort)}~${line.fingerprint}~${digestOf(list)}`;
}

/** Reads a cursor of that list; the problem says what it may be. */
export function readCursor(cursor: string, list: WhichList): Result<ListPlace, string> {
  const [, digits, fingerprint = "", digest] = CURSOR.exec(cursor) ?? [];
  const value = Number(digits ?? NaN);
  if (!Number.isFinite(value) || value < 0) return failed(NO_CURSOR);
  return digest === digestOf(list) ? ok({ value, fingerprint }) : failed(OTHER_LIST);
}

function valueOf(line: IncidentSummary, sort: ListSort): number {
  return { last: line.lastAt, first: line.firstAt, count: line.count }[sort];
}

function digestOf({ sort, producer, phase, type, text, from, to }: WhichList): string {
  const parts = JSON.stringify([sort, producer, phase, type, text, from, to]);
  return bytesToHex(sha256(utf8ToBytes(parts))).slice(0, LIST_DIGITS);
}
