import type { FailureMessage } from "../failure/message.ts";
import type { Ring } from "./state.ts";

/** What an incident made of the messages of a batch. */
export type Recorded =
  | { readonly kind: "recorded" }
  /** No incident has this fingerprint, and none was begun: nothing was written. */
  | { readonly kind: "unknown" }
  /** It was merged into another: these are to be recorded there. It has not counted them. */
  | {
      readonly kind: "forward";
      readonly to: string;
      readonly messages: readonly [FailureMessage, ...FailureMessage[]];
    };

/** Leave to begin an incident, with the ids that another incident has counted already. */
export interface Beginning {
  readonly counted: Ring | null;
}
