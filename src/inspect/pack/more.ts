// Where there is more than a pack holds.

export interface Addresses {
  /** How they are asked. */
  readonly says: string;
  readonly incident: string;
  readonly samples: string;
  readonly timeline: string;
  /** This pack, for a script and for a reader. */
  readonly json: string;
  readonly markdown: string;
  /** Takes traces with POST, and tells what outerloop makes of them. It stores nothing. */
  readonly explain: string;
}

const SAYS =
  "Send the token in AGENT_TOKEN as 'Authorization: Bearer …'. It can only read. Send it nowhere else.";

/** The addresses of one incident; without a host where none is set. */
export function addressesOf(fingerprint: string, publicUrl: string | null): Addresses {
  const root = publicUrl ?? "";
  const incident = `${root}/incidents/${fingerprint}`;
  return {
    says: SAYS,
    incident,
    samples: `${incident}/samples`,
    timeline: `${incident}/timeline`,
    json: `${incident}.json`,
    markdown: `${incident}.md`,
    explain: `${root}/explain`,
  };
}
