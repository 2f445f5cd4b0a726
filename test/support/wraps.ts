// What somebody wraps a text in to get it out of where it is put.

/** A word that no text of ours has, and that cleaning leaves alone. */
export const MARKER = "mkqzj";

export const WRAPS: readonly ((marker: string) => string)[] = [
  (m) => m,
  (m) => `# ${m}`,
  (m) => `\n\n# ${m}\n\n${m}`,
  (m) => `\`\`\`\n${m}\n\`\`\`\n${m}`,
  (m) => `~~~~\n${m}`,
  (m) => `\`${m}\` ${m}`,
  (m) => `\`\`\`\`\`\`\`\`\n${m}`,
  (m) => `| ${m} | ${m} |\n| --- | --- |\n| ${m} |`,
  (m) => `<b>${m}</b><!-- ${m} --><details><summary>${m}`,
  (m) => `[${m}](https://example.com/${m}) ![${m}](https://example.com/${m}.png)`,
  (m) => `https://example.com/${m} @${m} ENG-1 ${m}@example.com`,
  (m) => `- ${m}\n1. ${m}\n> ${m}\n+++ ${m}\n\n    ${m}`,
  (m) => `\r${m}\u2028${m}\u0085${m}\u0000${m}`,
  (m) => `\u202e${m}\u2066${m}\u200b${m}\u{e0041}${m}`,
  (m) => `${m}\\\`${m}&#96;&#96;&#96;${m}`,
  (m) => `[^1]: ${m}\n[x]: ${m}\n$$${m}$$`,
  (m) => `", "howToRead": "${m}" } ${m}`,
];
