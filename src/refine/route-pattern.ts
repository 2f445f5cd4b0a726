// The way in by which a failure came, as one pattern a route: `GET /users/:id`, `cron:*/5 * * * *`.
//
// Anyone may call any URL, and the pattern stands in the title of a ticket that an agent reads. So
// it is short and plain: at most 8 segments and 200 characters, of [A-Za-z0-9 /:._~*,?#-] only.
// Host and query never enter. What varies is `:id`, be it number, token or slug: `/shoes/8812`,
// `/shoes/blue-8812` and `/shoes/how-to-clean-blue-suede` are one route of a producer.
//
// A word can only be told from an id where it looks like one. Who calls a thousand words makes a
// thousand patterns: against that stands the cap on new fingerprints. Never throws; time is linear.

import { isName } from "./normalize-names.ts";
import type { Trigger } from "./trace.ts";

const SEGMENTS_MAX = 8;
const WORD_CHARS_MAX = 32;
/** Leaves room below 200 for the method before, one more segment and the star behind. */
const PATH_CHARS_MAX = 150;

const METHODS = new Set("GET HEAD POST PUT PATCH DELETE OPTIONS CONNECT TRACE QUERY".split(" "));
const WEBSOCKET_TYPES = new Set(["message", "close", "error"]);

/** A language alone may be a word: `id`, `is`, `me`, `my`, `so` and `to` are routes more often. */
const LANGUAGES =
  "ar|bg|cs|da|de|el|en|es|et|fa|fi|fr|he|hi|hr|hu|it|ja|ko|lt|lv|ms|nb|nl|pl|pt|ro|ru|sk|sl|sr|" +
  "sv|th|tr|uk|vi|zh";
const LOCALE = new RegExp(`^(?:${LANGUAGES})(?:[-_](?:[a-z]{2}|[A-Z]{2}|Hans|Hant|419))?$`);

/** A kind of segment. One of a `whole` kind stands for the path with all its folders. */
interface Kind {
  readonly fits: RegExp;
  readonly becomes: string;
  readonly whole?: true;
}

/** In order: the first that fits. What none fits is a word or an id. */
const KINDS: readonly Kind[] = [
  // Longer than any name, so that no row below meets a long text.
  { fits: /^.{101,}$/s, becomes: ":id" },
  // The platform's own word for what it took for an id; it has been seen as `%REDACTED` too.
  { fits: /^.*REDACTED.*$/s, becomes: ":id" },
  // Encoded, beyond ASCII, or with punctuation that routes seldom have. Never decoded: no two
  // readers agree on how, and the words in it are a visitor's.
  { fits: /^.*[^\w.~-].*$/s, becomes: ":odd" },
  // `/.git/config`, `/.env`: nobody routes them, everybody scans for them. Not `/.well-known/jwks`.
  { fits: /^\.(?!well-known$).*$/, becomes: ":dotfile", whole: true },
  // Scripts of other platforms, backups and dumps: scanned for as well, under any folder.
  { fits: /^.*\.(php\d?|phtml|aspx?|jspx?|cgi|cfm)$/i, becomes: ":file.$1", whole: true },
  { fits: /^.*\.(bak|old|swp|sql|ini|conf|env|ya?ml|pem|key)$/i, becomes: ":file.$1", whole: true },
  // Assets carry the hash of a build, or the name that somebody gave an upload.
  { fits: /^.*\.(m?js|css|map|wasm|ico|png|jpe?g|gif|svg|webp|avif)$/i, becomes: ":file.$1" },
  { fits: /^.*\.(woff2?|ttf|otf|mp[34]|webm|ogg|wav|zip|t?gz|pdf)$/i, becomes: ":file.$1" },
  // The same resource in a format (`/users/42.json`). Without a digit it is a word: `openapi.json`.
  { fits: /^.*\d.*\.(json|xml|html?|txt|csv|md|rss|ics)$/i, becomes: ":id.$1" },
  // With dashes only: eight digits in a row are an id that happens to look like a day.
  { fits: /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, becomes: ":date" },
  // A version is an API of its own.
  { fits: /^v\d{1,2}(?:\.\d{1,2}){0,2}$/, becomes: "$&" },
];

/** The route of an invocation. The head of this file says what is promised of it. */
export function routePattern(trigger: Trigger): string {
  switch (trigger.kind) {
    case "fetch":
      return `${methodOf(trigger.method)} ${pathPattern(pathOf(trigger.url))}`;
    case "rpc":
      return `rpc:${nameOf(trigger.method)}`;
    case "scheduled":
      return `cron:${/^[\w*,/#? -]{1,64}$/.test(trigger.cron) ? trigger.cron : ":odd"}`;
    case "queue":
      return `queue:${nameOf(trigger.queue)}`;
    case "websocket":
      return `ws:${WEBSOCKET_TYPES.has(trigger.type) ? trigger.type : ":odd"}`;
    case "hibernate":
      return `hibernate:${nameOf(trigger.reason)}`;
    case "unknown":
      return `unknown:${nameOf(trigger.name)}`;
    case "alarm":
    case "email":
    case "tail":
    case "connect":
    case "custom":
    case "none":
      return trigger.kind;
  }
}

/** A name that the producer's author gave, unless it does not look like one. */
function nameOf(name: string): string {
  return /^[\w.-]{1,64}$/.test(name) ? name : ":odd";
}

function methodOf(method: string): string {
  const upper = method.toUpperCase();
  return METHODS.has(upper) ? upper : ":method";
}

/** Not by `new URL`, which throws, and which would decode and resolve. */
function pathOf(url: string): string {
  return /^(?:(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#]*)?(\/[^?#]*)?/i.exec(url)?.[1] ?? "";
}

function pathPattern(path: string): string {
  let pattern = "";
  // One more than the limit, to see that there is more; and the empty one before the first slash.
  for (const [index, segment] of path.split(/\/+/, SEGMENTS_MAX + 2).entries()) {
    if (segment === "") continue;
    if (index > SEGMENTS_MAX || pattern.length > PATH_CHARS_MAX) return `${pattern}/*`;
    const isPlain = /^[a-z_-]+$/.test(segment); // most are, and no row is about them
    const kind = isPlain ? undefined : KINDS.find(({ fits }) => fits.test(segment));
    if (kind !== undefined) {
      const becomes = segment.replace(kind.fits, kind.becomes).toLowerCase();
      if (kind.whole) return `/${becomes}`;
      pattern += `/${becomes}`;
    } else if (index === 1 && LOCALE.test(segment)) pattern += "/:locale";
    else pattern += varies(segment) ? "/:id" : `/${segment}`;
  }
  return pattern === "" ? "/" : pattern;
}

/** True for what looks like an id, a token or a slug rather than a word of a route. */
function varies(segment: string): boolean {
  if (segment.length > WORD_CHARS_MAX || /^[a-f]{8,}$/i.test(segment)) return true;
  if (/\d/.test(segment) && !isName(segment, 0, segment.length)) return true;
  // Five words and more are the title of something: routes are shorter.
  if (segment.split(/[-_]+/).length > 4) return true;
  // Base64 without a digit: no name has a hump in every four letters.
  const humps = segment.match(/[a-z](?=[A-Z])/g)?.length ?? 0;
  return segment.length >= 12 && humps * 4 > segment.length;
}
