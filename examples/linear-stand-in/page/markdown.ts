import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

/** Images would load from wherever the text says: as links they only tell where that is. */
const WITHOUT_IMAGES = { disable: { null: ["labelStartImage"] } };

/**
 * Renders Markdown of unknown origin to HTML that can do nothing by itself: raw HTML arrives as
 * text, images as links, and links lead to http(s) or to a place on the same site or nowhere.
 */
export function renderMarkdown(markdown: string): string {
  const html = micromark(markdown, {
    extensions: [gfm(), WITHOUT_IMAGES],
    htmlExtensions: [gfmHtml()],
  });
  // micromark writes a quote inside text or a target as &quot;, so this meets real targets only.
  return html.replaceAll(/ href="([^"]*)"/g, (_, target: string) =>
    isPlainTarget(target) ? ` href="${target}" rel="nofollow noopener noreferrer"` : "",
  );
}

/** Says whether a link's target is http(s) or a path or place on the same site. */
export function isPlainTarget(target: string): boolean {
  return /^(?:https?:\/\/|\/(?![/\\])|[#?]|\.{1,2}\/)/i.test(target);
}
