// What people do with dead letters: look, send again, throw away. Their bodies are raw and nobody has
// judged them, so all of it is for ACCESS_TOKEN alone.
import type { IRequestStrict } from "itty-router";
import { errorKind } from "../error-kind.ts";
import { decodeMessage } from "../failure/decode.ts";
import { isLetterId } from "../failure/dead-letter.ts";
import type { KeptLetter, LetterLine } from "../failure/dead-letter.ts";
import type { Message } from "../failure/message.ts";
import { LIST_DEFAULT, LIST_MAX, REPLAY_LOOKS_MAX, REPLAYED_AT_ONCE } from "../limits.ts";
import { logWarning } from "../log.ts";
import { deadLetterObject } from "../objects.ts";
import { failed } from "../result.ts";
import type { Result } from "../result.ts";
import { readSettings } from "../settings.ts";
import { parseJson } from "./parse-json.ts";
import { readNumber } from "./read-query.ts";
import { errorResponse, jsonResponse } from "./responses.ts";
import { iso } from "../iso.ts";

type Keeper = ReturnType<typeof deadLetterObject>;

/** `GET /dead-letters`: those that were kept last come first, without their bodies. */
export async function listLetters(request: IRequestStrict, env: Env): Promise<Response> {
  const limit = readNumber(request.query["limit"], LIST_DEFAULT, LIST_MAX);
  const before = readNumber(request.query["before"], Number.MAX_SAFE_INTEGER);
  if (limit === null || before === null) {
    return errorResponse(
      "bad_query",
      `limit is a number from 1 to ${LIST_MAX}, before what 'next' said.`,
    );
  }
  const lines = await keeper(env).list(limit, before);
  const next = lines.length < limit ? null : (lines.at(-1)?.place ?? null);
  return jsonResponse({ letters: lines.map(lineView), next });
}

/** `GET /dead-letters/:id`: one of them, whole. */
export async function readLetter(request: IRequestStrict, env: Env): Promise<Response> {
  const letter = await find(request, keeper(env));
  if (letter === null) return errorResponse("unknown_letter");
  const body = parseJson(letter.body);
  const isWhole = body !== undefined;
  return jsonResponse({ ...lineView(letter), isWhole, body: isWhole ? body : letter.body });
}

/** `POST /dead-letters/:id/replay`: sends it to the queue again, and forgets it once that has it. */
export async function replayLetter(request: IRequestStrict, env: Env): Promise<Response> {
  const letters = keeper(env);
  const letter = await find(request, letters);
  if (letter === null) return errorResponse("unknown_letter");
  const message = messageIn(letter);
  if (!message.ok) return errorResponse("not_possible", message.problem);
  if (!(await send(env, message.value))) return errorResponse("queue_unavailable");
  await letters.discard(letter.id);
  return jsonResponse({ replayed: 1 });
}

/** `POST /dead-letters/replay`: the same for the oldest ones, as many as one call takes. */
export async function replayOldest(_request: IRequestStrict, env: Env): Promise<Response> {
  const letters = keeper(env);
  const { messages, unreadable } = await oldestMessages(letters);
  let replayed = 0;
  for (const { id, message } of messages) {
    // One by one: what the queue has is forgotten before anything can end this call. One that it does
    // not take, as too large, keeps none of the others back.
    // oxlint-disable-next-line no-await-in-loop -- as above
    if (!(await send(env, message))) continue;
    // oxlint-disable-next-line no-await-in-loop -- as above
    await letters.discard(id);
    replayed += 1;
  }
  const refused = messages.length - replayed;
  if (refused > 0 && replayed === 0) return errorResponse("queue_unavailable");
  return jsonResponse({ replayed, refused, unreadable, left: await letters.count() });
}

interface Sendable {
  readonly id: string;
  readonly message: Message;
}

// What this version cannot read would come back as a new letter, again and again.
async function oldestMessages(
  letters: Keeper,
): Promise<{ readonly messages: readonly Sendable[]; readonly unreadable: number }> {
  const messages: Sendable[] = [];
  let unreadable = 0;
  for (let look = 0, after = 0; look < REPLAY_LOOKS_MAX; look += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each page begins where the one before ended
    for (const letter of await letters.oldestWhole(REPLAYED_AT_ONCE, after)) {
      if (messages.length === REPLAYED_AT_ONCE) return { messages, unreadable };
      const message = messageIn(letter);
      if (message.ok) messages.push({ id: letter.id, message: message.value });
      else unreadable += 1;
      after = letter.place;
    }
  }
  return { messages, unreadable };
}

function messageIn({ body }: KeptLetter): Result<Message, string> {
  const value = parseJson(body);
  if (value === undefined) return failed(NOT_WHOLE);
  const message = decodeMessage(value);
  return message.ok ? message : failed(`${UNREADABLE} (${message.problem})`);
}

/** `POST /dead-letters/:id/discard`: throws it away for good. */
export async function discardLetter(request: IRequestStrict, env: Env): Promise<Response> {
  const letters = keeper(env);
  const letter = await find(request, letters);
  if (letter === null) return errorResponse("unknown_letter");
  await letters.discard(letter.id);
  return jsonResponse({ discarded: 1 });
}

const NOT_WHOLE =
  "The letter is not whole JSON: it was too long to be kept, or none. It can only be discarded.";

const UNREADABLE =
  "This version cannot read the letter, and would only keep it again: replay it after deploying one that can.";

function keeper(env: Env): Keeper {
  return deadLetterObject(env, readSettings(env));
}

async function find(request: IRequestStrict, letters: Keeper): Promise<KeptLetter | null> {
  const id = request.params["id"] ?? "";
  return isLetterId(id) ? letters.read(id) : null;
}

// Counts stay right if one is sent twice: a message has an id of its own (design 4.4).
async function send(env: Env, body: Message): Promise<boolean> {
  try {
    await env.FAILURES.send(body, { contentType: "json" });
    return true;
  } catch (error) {
    logWarning("replay refused", { kind: errorKind(error) });
    return false;
  }
}

function lineView({ id, queue, reason, units, sentAt, keptAt }: LetterLine): object {
  return { id, queue, reason, units, sentAt: iso(sentAt), keptAt: iso(keptAt) };
}
