// What keeps tickets waiting on our own side of Linear, in words that everybody may read.
import type { Settings } from "../settings.ts";

export const KEY_IS_GONE = "LINEAR_API_KEY is gone, and there is a ticket: set it again";

/** What is wrong with settings of which one is wrong. */
export function settingsProblem({ problems }: Settings): string {
  return `settings: ${problems.join(" ")}`;
}
