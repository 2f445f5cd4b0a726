// What of a ticket is read as more than code, by CommonMark with GitHub's extensions.
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

interface Node {
  readonly type: string;
  readonly value?: string | undefined;
  readonly url?: string | undefined;
  readonly alt?: string | null | undefined;
  readonly title?: string | null | undefined;
  readonly lang?: string | null | undefined;
  readonly meta?: string | null | undefined;
  readonly children?: readonly Node[];
}

/** All that stands outside of code: texts, and what links, images and fences carry besides. */
export function outsideCode(markdown: string): string {
  const visit = (node: Node): readonly string[] => {
    const { type, value, url, alt, title, lang, meta, children = [] } = node;
    const isCode = type === "code" || type === "inlineCode";
    return [
      ...[isCode ? null : value, url, alt, title, lang, meta].map((text) => text ?? ""),
      ...children.flatMap(visit),
    ];
  };
  const root: Node = fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  return visit(root).join("\n");
}
