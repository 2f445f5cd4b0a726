/** A version of a producer that was live, whether it failed or not. Times are ms since 1970. */
export interface SightedVersion {
  readonly id: string;
  readonly firstAt: number;
  readonly lastAt: number;
}
