// What Linear answered, out of an error of its SDK. Whatever the error looks like, this never throws:
// it runs where something has failed already.

export interface LinearAnswer {
  /** Null where nothing answered. */
  readonly status: number | null;
  /** Codes and types of the errors, as Linear writes them. */
  readonly codes: readonly string[];
  readonly headers: Headers;
}

/** Errors of one answer that are read: Linear sends one, rarely two. */
const ERRORS_READ_MAX = 10;

/** Reads what the SDK throws, or its own client, of which the SDK makes that. */
export function readAnswer(error: unknown): LinearAnswer {
  try {
    const response = field(field(error, "raw") ?? error, "response");
    const status = field(error, "status") ?? field(response, "status");
    const errors = field(response, "errors");
    const headers = field(response, "headers");
    return {
      status: isStatus(status) ? status : null,
      codes: Array.isArray(errors) ? errors.slice(0, ERRORS_READ_MAX).flatMap(codesOf) : [],
      headers: new Headers(headers instanceof Headers ? headers : {}),
    };
  } catch {
    // A getter of somebody's own threw.
    return { status: null, codes: [], headers: new Headers() };
  }
}

function isStatus(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 100 && value <= 599;
}

function codesOf(error: unknown): readonly string[] {
  const extensions = field(error, "extensions");
  const codes = [field(extensions, "code"), field(extensions, "type")].filter(
    (code) => typeof code === "string",
  );
  return codes.length > 0 ? codes : ["no code"];
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
