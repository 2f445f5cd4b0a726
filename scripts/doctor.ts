// npm run doctor: asks a deployed outerloop what works and what to do, and prints it.
import { parseArgs } from "node:util";
import { doctorAddress, readDiagnosis, refusalText, report, reportJson } from "./doctor-report.ts";
import { leaveWith } from "./script.ts";

const TOKEN_ENV = "ACCESS_TOKEN";
/** Linear is given 20 s; the rest is the way. */
const PATIENCE_MS = 60_000;
/** Five hundred producers with all that there is to say of them, several times over. */
const ANSWER_BYTES_MAX = 4_000_000;

const HELP = `usage: npm run -s doctor -- --url URL [--token-env NAME] [--json]

Asks outerloop at URL for each setting whether it works, which producers it heard of and what to do.
Nothing is changed, there or in Linear.

  --url URL          where outerloop answers; OUTERLOOP_URL where it is left out
  --token-env NAME   the environment variable that holds what was set as the secret
                     ACCESS_TOKEN (default: ${TOKEN_ENV})
  --json             the answer as JSON, in place of tables
  --help             this text

Exit status: 0 if nothing failed, warnings or not; 1 if something failed; 2 if outerloop could not be
asked.`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      url: { type: "string" },
      "token-env": { type: "string", default: TOKEN_ENV },
      json: { type: "boolean", default: false },
      help: { type: "boolean" },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const address = doctorAddress(values.url ?? process.env["OUTERLOOP_URL"] ?? "");
  if (!address.ok) throw new Error(address.problem);
  const diagnosis = readDiagnosis(await ask(address.value, tokenIn(values["token-env"])));
  if (!diagnosis.ok) throw new Error(diagnosis.problem);
  console.log(values.json ? reportJson(diagnosis.value) : report(diagnosis.value));
  return diagnosis.value.ok ? 0 : 1;
}

// Never in a message: neither the token nor what stands where a name should, which may be one.
function tokenIn(name: string): string {
  const token = process.env[name]?.trim() ?? "";
  const what = name === TOKEN_ENV ? TOKEN_ENV : "the variable that --token-env names";
  if (token === "")
    throw new Error(`${what} is not set: export in it what was set as the secret ACCESS_TOKEN`);
  if (!/^[!-~]+$/.test(token)) throw new Error(`${what} holds what no token is made of`);
  return token;
}

async function ask(address: URL, token: string): Promise<string> {
  const answer = await fetch(address, {
    headers: { authorization: `Bearer ${token}` },
    // The token is for this address and for none that it leads to.
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch((error: unknown) => {
    throw new Error(`outerloop does not answer there (${causeOf(error)})`);
  });
  const text = await readText(answer);
  if (answer.status !== 200) throw new Error(refusalText(answer.status, text));
  return text;
}

async function readText({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > ANSWER_BYTES_MAX) throw new Error("the answer is too large to be outerloop's");
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

// Names of failures only: a text may quote what was sent.
function causeOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const code: unknown =
    typeof cause === "object" && cause !== null ? Reflect.get(cause, "code") : undefined;
  if (typeof code === "string" && /^\w{1,60}$/.test(code)) return code;
  return error instanceof Error ? error.name : "for no known reason";
}

await leaveWith("doctor", main);
