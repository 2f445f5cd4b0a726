const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Gives Markdown as Linear would give it back. Linear keeps a rich text document and writes Markdown
 * anew from it, so a text does not return as it was sent: many projects report bullets that
 * became `*`, spaces gone at the ends of lines, and no line break at the end. Only these are done
 * here, outside code fences. Real Linear does more (emphasis, tables, bare links), so compare what
 * you read with what you read before, never with what you sent.
 */
export function keptMarkdown(sent: string): string {
  let fence: string | undefined;
  const lines = sent.split(/\r?\n/).map((line) => {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
      return line;
    }
    if (mark !== undefined) {
      fence = mark;
      return line;
    }
    return line.replace(/^(\s*)[-+] (?=\S)/, "$1* ").trimEnd();
  });
  return lines.join("\n").trimEnd();
}
