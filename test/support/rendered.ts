// A ticket as it is rendered, taken apart by what Markdown makes of it.
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfm } from "micromark-extension-gfm";
import type { Failure } from "../../src/failure/failure.ts";
import type { IncidentState } from "../../src/incident/state.ts";
import { renderTicket } from "../../src/ticket/render.ts";
import type { RenderOptions } from "../../src/ticket/render.ts";
import { AT, failure, incident } from "./factories.ts";

export const policy = { hasAgent: true, agentMinCount: 1 };
export const options: RenderOptions = {
  labels: ["production"],
  incidentUrl: "https://outerloop.example.com/incidents/v1-0",
  isReadable: true,
  delegation: {
    delegate: true,
    reasons: ["a frame of the producer's own code is known"],
    isHeldBack: false,
  },
  sighted: [],
};

/** What stands in the fences, in order: what is known, the stack, the message. */
export function fences(state: IncidentState, over: Partial<RenderOptions> = {}): readonly string[] {
  return texts(renderTicket(state, { ...options, ...over }).description, "code");
}

/** The values of one fact. */
export function fact(
  state: IncidentState,
  name: string,
  over: Partial<RenderOptions> = {},
): string[] {
  const lines = (fences(state, over)[0] ?? "").split("\n");
  const at = lines.findIndex((line) => line.startsWith(name));
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => !line.startsWith(" "));
  return at < 0
    ? []
    : [lines[at]?.slice(name.length) ?? "", ...rest.slice(0, end < 0 ? undefined : end)].map(
        (line) => line.trim(),
      );
}

// The incident that this one failure makes.
export function incidentOf(sample: Failure, over: Partial<IncidentState> = {}): IncidentState {
  return incident({
    grouping: sample.grouping,
    versions: sample.version
      ? [{ version: sample.version, count: 1, firstAt: AT, lastAt: AT }]
      : [],
    samples: { first: [sample], latest: [sample] },
    ...over,
  });
}

interface Node {
  readonly type: string;
  readonly depth?: number;
  readonly value?: string;
  readonly children?: readonly Node[];
}

export function nodes(markdown: string): readonly Node[] {
  const visit = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(visit)];
  const root: Node = fromMarkdown(markdown, { extensions: [gfm()] });
  return visit(root);
}

export function texts(markdown: string, ...types: readonly string[]): readonly string[] {
  return nodes(markdown)
    .filter(({ type }) => types.includes(type))
    .map(({ value }) => value ?? "");
}

export function headings(markdown: string): readonly string[] {
  return nodes(markdown)
    .filter(({ type }) => type === "heading")
    .map((heading) => (heading.children ?? []).map(({ value }) => value).join(""));
}

// A failure all of whose texts are the given one, behind the name of their field.
export function made(text: (field: string) => string): Failure {
  return failure({
    grouping: {
      producer: text("producer"),
      route: text("route"),
      type: text("type"),
      message: text("normalised"),
      frame: text("frame"),
      status: 500,
    },
    trigger: text("trigger"),
    outcome: text("outcome"),
    executionModel: text("model"),
    entrypoint: text("entrypoint"),
    version: { id: text("version"), tag: text("tag") },
    message: text("message"),
    frames: [{ function: text("function"), file: text("file"), line: 1, column: 2, own: true }],
    redactions: { [text("redaction")]: 1 },
    dropped: [text("dropped")],
  });
}
