import type { ComponentChild, ComponentChildren } from "preact";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";

import type { Answer } from "../http/reply.ts";

/** Everything on a page may come from an attacker: no script runs, nothing is loaded from elsewhere. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Makes the answer that shows a page. */
export function pageAnswer(status: number, title: string, ...content: ComponentChildren[]): Answer {
  const document = h(
    "html",
    { lang: "en" },
    h(
      "head",
      null,
      h("meta", { charset: "utf-8" }),
      h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      h("title", null, `${title} · Linear stand-in`),
      h("link", { rel: "stylesheet", href: "/style.css" }),
    ),
    h("body", null, header(), h("main", null, ...content)),
  );
  return {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": CONTENT_SECURITY_POLICY,
      "referrer-policy": "no-referrer",
    },
    body: `<!doctype html>${renderToString(document)}`,
  };
}

/** Shows an instant as people read it; the exact one is in the markup. */
export function instant(at: string): ComponentChild {
  return h("time", { datetime: at }, `${at.slice(0, 10)} ${at.slice(11, 19)} UTC`);
}

function header(): ComponentChild {
  return h(
    "header",
    null,
    h("a", { href: "/", class: "home" }, "Linear stand-in"),
    h(
      "nav",
      null,
      h("a", { href: "/" }, "Tickets"),
      h("a", { href: "/graphql" }, "API and failures"),
    ),
  );
}
