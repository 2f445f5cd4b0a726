// All that is known of a producer beside its incidents, in one row. Times are ms since 1970.
import type { SightedVersion } from "../failure/sighted-version.ts";

export interface ProducerState {
  /** Versions that were live; those first sighted come first. */
  readonly versions: readonly SightedVersion[];
  readonly admitted: AdmittedHour;
  /** When a new fingerprint was refused last; null where none ever was. */
  readonly overflowedAt: number | null;
  /** When this row was written last: whoever is not heard of for long enough is forgotten. */
  readonly heardAt: number;
}

/** The new fingerprints of one clock hour. */
export interface AdmittedHour {
  /** The hour's start. */
  readonly hour: number;
  readonly fingerprints: readonly string[];
}

/** A producer that nobody has told of yet. */
export const UNHEARD: ProducerState = {
  versions: [],
  admitted: { hour: 0, fingerprints: [] },
  overflowedAt: null,
  heardAt: 0,
};
