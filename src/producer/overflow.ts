// Beyond the cap on new fingerprints the failures of a producer meet in one incident, so that nobody
// can make incidents by varying a text. They are counted and shown there, whole.
import { digestParts } from "../failure/digest.ts";
import type { Failure } from "../failure/failure.ts";
import type { FailureMessage } from "../failure/message.ts";
import { overflowGrouping } from "../failure/overflow.ts";

const GROUPED_AS = "overflow";

/** The fingerprint of a producer's overflow incident. */
export function overflowFingerprint(producer: string): string {
  return overflowKeys(producer).fingerprint;
}

/** The message as the overflow incident takes it: its id, count and times stay what they were. */
export function overflowMessage(message: FailureMessage): FailureMessage {
  const { v, kind, id, count, firstAt, lastAt, samples } = message;
  const [head, ...rest] = samples;
  const { producer } = head.grouping;
  const keys = overflowKeys(producer);
  const regroup = (failure: Failure): Failure => ({
    ...failure,
    ...keys,
    grouping: overflowGrouping(producer),
    groupedAs: GROUPED_AS,
  });
  return {
    v,
    kind,
    id,
    fingerprint: keys.fingerprint,
    count,
    firstAt,
    lastAt,
    samples: [regroup(head), ...rest.map(regroup)],
  };
}

// Made of the producer alone: another cap must not begin another incident, and no failure has a
// family or an echo in common with what only overflowed.
function overflowKeys(producer: string): Pick<Failure, "fingerprint" | "family" | "echoKey"> {
  return {
    fingerprint: digestParts([GROUPED_AS, producer]),
    family: digestParts([`${GROUPED_AS} family`, producer]),
    echoKey: digestParts([`${GROUPED_AS} echo`, producer]),
  };
}
