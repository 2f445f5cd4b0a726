// A count per hour as a line of text.
import type { HourCount } from "../incident/state.ts";
import { HOUR_MS } from "../limits.ts";

const BARS = "▁▂▃▄▅▆▇█";
const NONE = "·";
/** A day: the shape of traffic, on one line. */
const HOURS_SHOWN = 24;

/** One mark an hour, the last that of `lastAt`; as high as the count is beside the highest of them. */
export function plotHours(hours: readonly HourCount[], lastAt: number): string {
  const last = Math.floor(lastAt / HOUR_MS);
  const counts = Array.from({ length: HOURS_SHOWN }, (_, place) => {
    const hour = (last - HOURS_SHOWN + 1 + place) * HOUR_MS;
    return hours.find((entry) => entry.hour === hour)?.count ?? 0;
  });
  const most = Math.max(...counts);
  return counts.map((count) => (count === 0 ? NONE : bar(count / most))).join("");
}

/** How often it fails, in words; null for one that failed once. Times in ms since 1970. */
export function rateText(count: number, firstAt: number, lastAt: number): string | null {
  if (count < 2) return null;
  const span = lastAt - firstAt;
  if (span < HOUR_MS) {
    const minutes = Math.ceil(span / 60_000);
    return minutes <= 1 ? "within a minute" : `within ${minutes} minutes`;
  }
  const hourly = (count * HOUR_MS) / span;
  if (hourly >= 1) return `about ${Math.round(hourly)} an hour`;
  return `about ${Math.max(1, Math.round(hourly * 24))} a day`;
}

function bar(share: number): string {
  return BARS.charAt(Math.min(BARS.length - 1, Math.floor(share * BARS.length)));
}
