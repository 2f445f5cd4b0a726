// Own functions that throw or call on behalf of another: the fault is their caller's. Grouped by
// such a function, all its callers would meet in one incident. Walking past one too many costs
// little, as type and message still keep faults apart.

import { splitFunctionName } from "./function-name.ts";
import { anyOf, wordsOf } from "./named-pattern.ts";

/** Verbs that take an error, where the name of a function that makes one begins otherwise. */
const TAKES_ERROR = "catch|format|handle|has|is|map|on|parse|print|render|send|show";

const WRAPPER_FUNCTION = anyOf([
  // Loggers that make an error for its stack. Not `log` alone: a logarithm, or a domain's word.
  { name: "logger", pattern: /^(?:capture|log|report)(?:AndThrow|Error|Exception|Failure)$/ },
  // The word's family: assertNever, assertIsDefined. Not `ensureUser`, `requireUser` and
  // `validateUser`, which do work of their own.
  { name: "assertion family", pattern: /^assert(?:[A-Z_]\w*)?$/ },
  // What people and packages call the rest of them.
  {
    name: "assertion",
    pattern: wordsOf("exhaustive exhaustiveCheck invariant tinyInvariant unreachable unwrap"),
  },
  // What is called like an error makes one: httpError, toAppError. Not handleError, isHttpError.
  {
    name: "error factory",
    pattern: new RegExp(`^(?!(?:${TAKES_ERROR})[A-Z])[a-z]\\w*(?:Error|Exception)$`),
  },
  // `throwNotFound`, `throwIfClosed`.
  { name: "throw family", pattern: /^throw(?:[A-Z]\w*)?$/ },
  // Short words for throwing, and HTTP's. Not `abort` and `reject`, which end work as well.
  {
    name: "throw helper",
    pattern: wordsOf("bail die error fail panic raise badRequest forbidden notFound unauthorized"),
  },
  // How Hono, itty-router and Express call handlers, where the bundle has lost their paths. Not
  // `handleRequest`, which people write themselves.
  {
    name: "dispatch",
    pattern: wordsOf("compose dispatch handle handle_request next process_params trim_prefix"),
  },
  { name: "middleware runner", pattern: /^(?:apply|execute|run)Middlewares?$/ },
  // What TypeScript, Babel and esbuild make of `async`. Not `run` or `call`: too common.
  {
    name: "async glue",
    pattern: wordsOf(`
      __async __asyncGenerator __asyncValues __await __awaiter __generator
      asyncGeneratorStep asyncToGenerator adopt fulfilled rejected settle step tryCatch
    `),
  },
  // One timeout is thrown for every caller. Not `withX` at large: `withAuth` decides things.
  { name: "retry", pattern: /^(?:p|with)?(?:[rR]etry|[tT]imeout)$/ },
]);

/** The owner of a method, or what `new` makes. */
const WRAPPER_CLASS = anyOf([
  // `Logger.warn`, `AppLogger.write`. Not `Catalogger`.
  { name: "logger", pattern: /(?:^l|L)ogger$|^(?:Sentry|console|log)$/ },
  // Where code is compiled to ES5 V8 does not skip an error's constructor: `new HttpError`. And the
  // factories that hang on the class: `AppError.wrap`. Not `Errors.list`.
  { name: "error class", pattern: /(?:Error|Exception)$/ },
  // Not `OrderRouter`, which somebody wrote for orders.
  { name: "router", pattern: wordsOf("Elysia Hono HonoBase IttyRouter Koa Layer Route Router") },
]);

const WRAPPER_FILE = anyOf([
  // Files that hold nothing else. Not a folder `errors/`, where handlers live too.
  {
    name: "assertions or loggers",
    pattern: /(?:^|[\\/])(?:assert(?:ions?)?|invariant|logg(?:er|ing))\.[cm]?[jt]sx?$/,
  },
  // `http-errors.js`, `AppError.ts`. Not `mirrors.ts`.
  { name: "errors", pattern: /(?:^|[\\/])(?:[\w.-]*[eE]rrors?|exceptions?)\.[cm]?[jt]sx?$/ },
]);

/** A private or renumbered twin is the same helper: `#dispatch`, `_assert`, `fail2`, `fail$1`. */
const DISGUISE = /^(?:#|_(?!_))|\$?\d{1,2}$/g;

/** True for a frame that only passes on, or throws for, the one that called it. */
export function isWrapper(functionName: string | null, file: string | null): boolean {
  if (file !== null && WRAPPER_FILE.test(file)) return true;
  if (functionName === null) return false;
  const { constructed, owner, own } = splitFunctionName(functionName);
  const bare = own.replace(DISGUISE, "");
  if (constructed) return WRAPPER_CLASS.test(bare);
  return WRAPPER_FUNCTION.test(bare) || WRAPPER_CLASS.test(owner.replace(DISGUISE, ""));
}
