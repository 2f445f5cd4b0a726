// Every number of the system, its unit in its name, its reason beside it.
// Platform limits: https://developers.cloudflare.com/queues/platform/limits/ and
// https://developers.cloudflare.com/durable-objects/platform/limits/ (read November 2026).

export const HOUR_MS = 3_600_000;

/** A queue message may hold 128 KB (1 KB = 1000 B) with about 100 B of metadata; the rest is slack. */
export const MESSAGE_BYTES_MAX = 120_000;
/** `sendBatch` takes 100 messages or 256 KB in one call. */
export const SEND_BATCH_MESSAGES_MAX = 100;
export const SEND_BATCH_BYTES_MAX = 240_000;

/** Tries of one send before its messages are given up and told as a notice. */
export const SEND_TRIES_MAX = 4;
/** Waits between them; their sum stays far below the 30 s that `waitUntil` lasts. */
export const SEND_RETRY_BASE_MS = 250;

/**
 * How long followers of a failure wait in the tail isolate to ride together. Longer is cheaper in a
 * storm, but an isolate that is evicted takes what waits in it along: one second is little to lose.
 */
export const COALESCE_MS = 1_000;
/** Fingerprints that may wait at once in one isolate; beyond it each failure is sent by itself. */
export const COALESCE_KEYS_MAX = 500;
/**
 * Routes of one producer that may fail in one isolate and hour before further ones meet under
 * `GET /*`. More than a Worker with a bad deploy shows, fewer than a scanner tries.
 */
export const ROUTES_AN_HOUR_MAX = 100;
/** Producers whose routes are counted so, for the memory of the isolate. */
export const ROUTES_PRODUCERS_MAX = 500;
/** Samples that one message carries. The rest of its count has no body. */
export const MESSAGE_SAMPLES_MAX = 3;

/** The last instant that a Date can hold, in ms since 1970 (ECMA-262, time values). */
export const INSTANT_MAX = 8.64e15;

/** Candidates read from one trace: a hostile producer may log an error ten thousand times. */
export const TRACE_CANDIDATES_MAX = 20;
/** Logged arguments that are read of one console call. */
export const LOG_ARGS_MAX = 20;

/** Text fields of a failure, in UTF-16 units, after cleaning. What an agent can use, no more. */
export const MESSAGE_UNITS_MAX = 2_000;
export const TYPE_UNITS_MAX = 100;
export const ROUTE_UNITS_MAX = 200;
export const NAME_UNITS_MAX = 200;
export const FRAME_TEXT_UNITS_MAX = 300;
export const GROUPING_MESSAGE_UNITS_MAX = 500;
/** Raw text is cut to this before cleaning, so that cleaning has a bounded cost. */
export const RAW_TEXT_UNITS_MAX = 16_384;
/** Frames kept of a stack: the cause is near the top, and V8 itself keeps ten by default. */
export const FRAMES_MAX = 20;

/** Groupings whose keys are remembered in an isolate: three digests of about 3 µs each. */
export const GROUPING_MEMORY_MAX = 256;

/** How often an isolate tells that a version is live: often enough for a watch of hours. */
export const SIGHTING_EVERY_MS = HOUR_MS;
/** A sighting that was not sent is tried again with a trace after this: rare, and never lost long. */
export const SIGHTING_RETRY_MS = 60_000;
/**
 * Versions of producers whose sightings one isolate remembers, about 150 B each, and so the most
 * that it sends within an hour. Beyond it, a platform of thousands of tenants, a version is sighted
 * by the isolates that have room.
 */
export const SIGHTING_KEYS_MAX = 500;

/** Cleaned names that are remembered in an isolate, and how long one may be: 512 × 300 units. */
export const NAME_MEMORY_MAX = 512;
export const NAME_MEMORY_UNITS_MAX = 300;

/** Consumer retries: 10 tries with these waits reach over about 1.2 hours of an unwell object. */
export const RETRY_BASE_SECONDS = 5;
export const RETRY_MAX_SECONDS = 1_800;
/** While nothing may be stored: ten tries of four hours, then the dead letters' own hundred. */
export const MISPLACED_RETRY_SECONDS = 4 * 3_600;

/**
 * Message ids that an incident remembers. Within them a redelivered message is not counted again;
 * an older one is counted and the count marked approximate. 500 ids of 36 units are 18 KB a row.
 */
export const RING_IDS_MAX = 500;
/** Whole failures kept at an incident: the first ones and the latest ones. */
export const SAMPLES_FIRST_MAX = 2;
export const SAMPLES_LATEST_MAX = 3;
/** Hours with a count of their own: three days. */
export const HOURS_MAX = 72;
export const VERSIONS_MAX = 20;
export const ROUTES_MAX = 20;

/**
 * New fingerprints of one producer that begin an incident within a clock hour; further ones meet in
 * its overflow incident. More than a bad deploy shows, fewer than whoever varies a text can send.
 */
export const NEW_INCIDENTS_AN_HOUR_MAX = 50;
/** Versions of a producer that are remembered: weeks of deploys, and a split of several at once. */
export const VERSIONS_SIGHTED_MAX = 20;
/**
 * A sighting that moves the last time of a known version by less than this writes no row: many
 * isolates tell of the same version, and what is decided by it is decided in tens of minutes.
 */
export const SIGHTING_ROW_MS = 10 * 60_000;

/** How long a queue keeps a message at most (its longest setting). */
export const QUEUE_RETENTION_MS = 14 * 24 * HOUR_MS;
/** A producer that goes on overflowing notes it this often. */
export const OVERFLOW_TOLD_MS = 10 * 60_000;

/** An alarm first arms this lease, so that being killed in its middle does not end the wake-ups. */
export const ALARM_LEASE_MS = 3 * 60_000;
/** Effects of one incident that are performed in one alarm. */
export const OUTBOX_BATCH_MAX = 10;
/** Back-off of an effect that failed: doubling from here, never longer than an hour. */
export const EFFECT_RETRY_BASE_MS = 5_000;
export const EFFECT_RETRY_MAX_MS = 3_600_000;
/** An incident that goes on failing tells the index how it is this often. */
export const SLOW_TICK_MS = 3_600_000;
/** A failure reads the ticket's state again if it was read longer ago than this. */
export const READ_TICKET_AFTER_MS = 15 * 60_000;
/**
 * A ticket that was read so soon after a hint was sent is read again. Linear's clock and ours are a
 * second apart at most, and what was read is as old as the way of its answer: a few seconds.
 */
export const HINT_SKEW_MS = 5_000;
/**
 * How long after a ticket was completed failures may be of the code before the fix: a ticket is
 * completed when its change is merged, and the deploy comes after that.
 */
export const FIX_GRACE_MS = 30 * 60_000;
/** A straggler asks again which versions are live if that was asked longer ago than this. */
export const READ_VERSIONS_AFTER_MS = 10 * 60_000;
/** A version counts as live this long after it was sighted: isolates tell it hourly at most. */
export const VERSION_LIVE_MS = 2 * HOUR_MS;
/** A follower that goes on failing tells the owner of its ticket this often. */
export const TELL_OWNER_AFTER_MS = 15 * 60_000;
/** A follower that was told of no ticket asks again after this, then after twice as long. */
export const ASK_OWNER_AGAIN_MS = 2_000;
/** Followers that the desk names and an owner knows of: they are in the owner's one row. */
export const FOLLOWERS_MAX = 50;
/** Versions that a follower tells its owner, the latest: they decide whether a fix holds. */
export const FOLLOWER_VERSIONS_MAX = 5;
/** Followers that a ticket shows with a link each: a request for each. */
export const FOLLOWERS_SHOWN_MAX = 10;
/** An incident with nothing to do tells the index that it is there: a lost index is whole again. */
export const IDLE_TICK_MS = 24 * HOUR_MS;
/** Incidents that may be merged into one: a person does it one by one. */
export const MEMBERS_MAX = 50;
/** Stragglers this short before the window ends say that the fix is not live. */
export const STRAGGLER_RECENT_MS = 60 * 60_000;
/** What a timeline keeps; the oldest leave first. */
export const TIMELINE_MAX = 50;

/**
 * How far apart the two halves of one throw may begin or end. They are milliseconds apart in
 * truth; a caller that tries again or waits for a timeout sees its half some seconds later.
 */
export const ECHO_WITHIN_MS = 5_000;
/**
 * How much more often than the half with frames an echo may have been counted: it settles twice as
 * long, so it has counted twice as much by then, and traffic is uneven.
 */
export const ECHO_COUNT_FACTOR = 3;
/** And so many more: failures are coalesced for a second and delivered apart. */
export const ECHO_COUNT_SLACK = 3;
/**
 * How long a claim with frames is remembered for its echo, beside twice the settle window: as long
 * as the queue's tries of one message take, and then some.
 */
export const ECHO_REMEMBERED_MS = 2 * HOUR_MS;
/**
 * How long a ticket key without an owner is remembered with its episode: longer than what fails
 * once a year is away. After that the incident finds its closed tickets in Linear, one by one.
 */
export const TICKET_KEY_REMEMBERED_MS = 400 * 24 * HOUR_MS;
/** From the first that waits to the storm ticket: a bad deploy has shown itself by then. */
export const STORM_SETTLE_MS = 60_000;
/** A storm ticket is written anew this often at most: people read it meanwhile. */
export const STORM_UPDATE_MS = 10 * 60_000;
/** Incidents that a storm ticket lists, of at most about 500 units each; the rest is a number. */
export const STORM_LISTED_MAX = 50;
/** Storm tickets that are worked on in one alarm: each takes some five calls to Linear. */
export const STORMS_BATCH_MAX = 10;
/** How long a storm that is over is remembered: after that its closed ticket is found in Linear. */
export const STORM_REMEMBERED_MS = 400 * 24 * HOUR_MS;
/** Producers that the desk's counts name, and problems. */
export const DESK_COUNTS_MAX = 20;

/**
 * Who was heard of is told to the index, and written there, no oftener than this: people read it to
 * see what works, and a busy producer comes with every batch.
 */
export const HEARD_ROW_MS = 10 * 60_000;
/** Names and facts that one isolate remembers to have told, about 100 B each. */
export const HEARD_MEMORY_MAX = 2_000;
/** Acks wait for the telling of who was heard of: not for longer than this. */
export const HEARD_TELL_TIMEOUT_MS = 2_000;
/** Producers that the index remembers to have heard of, and so the most that the doctor lists. */
export const PRODUCERS_HEARD_MAX = 500;
/** A call to Linear that has not answered by now is taken as lost: it may have been done. */
export const LINEAR_TIMEOUT_MS = 20_000;

/** Teams, and agents, of rules that the doctor asks Linear for: two requests each. */
export const RULE_NAMES_MAX = 10;
/**
 * How long no request is sent with a key that Linear refused: long enough not to knock on a shut door
 * with every ticket, short enough that nobody who mended it waits long.
 */
export const KEY_REFUSED_MS = 15 * 60_000;
/** How long an isolate keeps what Linear's names stand for: people rename seldom, tickets come in runs. */
export const LOOKUP_MEMORY_MS = 10 * 60_000;
/** Names that are kept so for one key: its settings name a handful, its rules some more. */
export const LOOKUPS_MAX = 500;
/** Keys that an isolate remembers: it has one, and another once that was changed. */
export const KEYS_REMEMBERED_MAX = 10;
/** Names that are told where a setting names nothing, and how much of each. UTF-16 units. */
export const NAMES_TOLD_MAX = 10;
export const NAME_TOLD_UNITS_MAX = 60;
/** An instant of a rate limit before this, read as ms since 1970, can only be meant in seconds. */
export const RESET_IN_MS_FROM = Date.UTC(2001, 0, 1);

/** Linear's own limits are not published; these keep a ticket readable. UTF-16 units. */
export const TITLE_UNITS_MAX = 160;
/** Segments of a path that a title shows. */
export const PATH_WORDS_MAX = 2;
export const EVIDENCE_UNITS_MAX = 4_000;
/** All that is known, in a fence: so much that no fact is cut for the lists before it. */
export const FACTS_UNITS_MAX = 12_000;
/** A run of as many backticks is shortened: nobody means one, and not every reader bears it. */
export const RUN_UNITS_MAX = 40;
/** A version that was seen so shortly before the last failure, or later, is live: it is told hourly. */
export const LIVE_MS = 2 * HOUR_MS;
/** Reasons that are told of a text that is held back. */
export const HELD_BACK_REASONS_MAX = 3;
/** Lines of one fact on a ticket, and units of each: the rest is in the incident. */
export const FACTS_LISTED_MAX = 5;
export const FACT_UNITS_MAX = 240;

/**
 * How long a delegated agent may take until its session is active. Linear wants its first sign
 * within ten seconds (https://linear.app/developers/agent-best-practices, read November 2026); an
 * environment that starts cold takes minutes.
 */
export const AGENT_WAKE_MS = 10 * 60_000;
/**
 * Tries after which a comment that Linear refuses stays unsaid: what it says was done by then, and
 * about a minute has passed, which is longer than a refusal that passes.
 */
export const REFUSED_SAY_TRIES = 5;
/** Sessions that are looked through for those of one ticket, and how many pages of them. */
export const SESSIONS_PAGE = 20;
export const SESSIONS_PAGES_MAX = 10;

/** Dead letters kept; the oldest leave first. */
export const DEAD_LETTERS_MAX = 1_000;
/** Units of a dead letter's body that are kept: a whole queue message. */
export const DEAD_LETTER_UNITS_MAX = 128_000;

/** Traces that `POST /explain` takes at once; one trace is at most 256 KB. */
export const EXPLAIN_BYTES_MAX = 1_000_000;
/**
 * Lines of its answer. A megabyte of ordinary traces makes some hundreds; one of half a million broken
 * lines took ten seconds and answered with 22 MB.
 */
export const EXPLAIN_LINES_MAX = 1_000;

/** One message of MCP: its largest holds the traces of one `POST /explain`. */
export const MCP_BYTES_MAX = 1_000_000;
/** How deep such a message is nested at most: ours need four, what clients add about themselves some more. */
export const MCP_DEPTH_MAX = 32;
/** Values in the arguments of one call: far more than any tool takes. */
export const MCP_ARGUMENTS_MAX = 100;
/**
 * What one tool answers, in UTF-16 units. Claude Code leaves 50,000 in a conversation and makes a file of
 * more (November 2026); the rest is for our own sentences.
 */
export const MCP_RESULT_UNITS_MAX = 48_000;
/** An error of the API in a tool's answer: a code and a sentence of ours. */
export const MCP_ERROR_UNITS_MAX = 500;

/** The body of a person's action: a few words. */
export const ACTION_BYTES_MAX = 10_000;
/**
 * The body of a webhook. A ticket of ours says some 20 KB at most, and Linear sends that as Markdown
 * and as data, now and before: 100 KB. The rest is for longer ones that people write.
 */
export const WEBHOOK_BYTES_MAX = 256_000;
/**
 * How long a webhook is known that was taken. Its signed time may lie a minute ahead and be a minute
 * old before the SDK refuses it (`verify` of @linear/sdk/webhooks): it cannot be sent again after that.
 */
export const WEBHOOK_REMEMBERED_MS = 2 * 60_000;
/** Webhooks that are known so in one isolate, 64 units each: more than a busy workspace sends. */
export const WEBHOOKS_REMEMBERED_MAX = 1_000;
/** How people call themselves in a timeline. */
export const BY_UNITS_MAX = 100;

/** How old the counts of `/health` may be: anybody may ask for them. */
export const HEALTH_REMEMBERED_MS = 5_000;

/** Incidents in one answer of the list: at most, some 200 KB, and where nothing else is asked for. */
export const LIST_MAX = 200;
/**
 * Dead letters that one call sends again: two calls to others for each, and a request may make 50 on the
 * Free plan (https://developers.cloudflare.com/workers/platform/limits/, read November 2026).
 */
export const REPLAYED_AT_ONCE = 20;
/** So many times as many letters are looked at for some that can be sent. */
export const REPLAY_LOOKS_MAX = 5;
/** A bearer token, as it may be set and sent. */
export const TOKEN_UNITS_MAX = 4_096;
/** Units of an If-None-Match that are looked at: some hundred tags. */
export const ETAGS_UNITS_MAX = 4_096;
export const LIST_DEFAULT = 50;
/** A text that is looked for in the list, UTF-16 units: more than anybody types, part of a message. */
export const LIST_TEXT_UNITS_MAX = 200;

/**
 * An evidence pack, as JSON or as Markdown, in bytes, at the very most: where each text is as long as it
 * may be and all of it has to be escaped. An ordinary one has 5 to 10 KB.
 */
export const PACK_BYTES_MAX = 150_000;
/** Names, routes and files in it, and its messages, in UTF-16 units: the incident has them whole. */
export const PACK_NAME_UNITS_MAX = 120;
export const PACK_MESSAGE_UNITS_MAX = 1_000;
/** Stacks that differ: more of them would be other faults. */
export const PACK_STACKS_MAX = 3;
/** Routes, versions, followers, effects and kinds of redactions that it lists of each. */
export const PACK_LISTED_MAX = 10;
/** Things that were left out of a message, told one by one. */
export const PACK_LEFT_OUT_MAX = 10;
/** A fence of it: a whole timeline, and whoever did it with the longest of names. */
export const PACK_FENCE_UNITS_MAX = 14_000;

/**
 * From this score on a text counts as an instruction. A rule that no ordinary message fits weighs as
 * much by itself; what an error message may say too weighs less and needs another beside it.
 */
export const QUARANTINE_LINE = 10;
/** Units of a text that are judged: whole fields of a failure, joined. Longer ones come from nowhere. */
export const QUARANTINE_UNITS_MAX = 65_536;
/** Encoded parts of each kind that are decoded, how much of each, and how deep. */
export const QUARANTINE_BLOBS_MAX = 20;
export const QUARANTINE_BLOB_UNITS_MAX = 8_192;
export const QUARANTINE_DEPTH_MAX = 3;
/** A text of two words that is no longer than this is a name: a route, the type of an error. */
export const NAMING_UNITS_MAX = 300;
