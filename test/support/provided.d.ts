import type { ProvidedContext as Known } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the stand-in for Linear answers. */
    readonly linearUrl: string;
  }
}

export type Provided = Known;
