/** What the doctor says of one thing. */
export interface Check {
  /** The setting's name where it is one. */
  readonly name: string;
  /** "unknown": it could not be seen whether it works. */
  readonly status: "ok" | "warning" | "failed" | "unknown";
  readonly found: string;
  /** What to do; null where there is nothing to do. */
  readonly fix: string | null;
}

/** It is as it should be. */
export function fine(name: string, found: string): Check {
  return { name, status: "ok", found, fix: null };
}

/** It does not work. */
export function failed(name: string, found: string, fix: string): Check {
  return { name, status: "failed", found, fix };
}

/** It works, and people should know. */
export function warning(name: string, found: string, fix: string): Check {
  return { name, status: "warning", found, fix };
}

/** Nobody can say. */
export function unknown(name: string, found: string, fix: string): Check {
  return { name, status: "unknown", found, fix };
}
