// Packages that a text wants installed or run. What everybody knows is ordinary advice of a
// framework; a name that nobody knows is how a stranger gets his code onto a machine.

const RUNNER =
  /\b(?:npx|bunx|uvx|pnpx|(?:pnpm|yarn) dlx|npm exec|pipx run|npm create|npm init)(?= )/g;
const INSTALLER =
  /\b(?:npm|pnpm|yarn|bun|deno) (?:i|install|add)(?= )|\bpip3? install(?= )|\b(?:gem|cargo|brew|go|composer|apt|apt-get|pipx) (?:install|get|require)(?= )/g;

/** Units after the verb in which the name stands, behind its options. */
const NAME_WITHIN_UNITS = 100;

const KNOWN = new Set(
  "cloudflared expo storybook convex remix vercel netlify sst partykit nuxt-cli svelte react-router opennextjs-cloudflare wrangler prisma drizzle-kit drizzle-orm tsc typescript vite vitest next nuxi astro svelte-kit eslint prettier playwright jest create-cloudflare cloudflare auth shadcn supabase turbo nx lerna npm pnpm yarn node pg postgres mysql mysql2 sqlite3 better-sqlite3 hono zod react react-dom vue svelte express stripe openai sharp undici ws esbuild rollup webpack tailwindcss postcss sass graphql axios lodash dotenv knex sequelize typeorm mongoose mongodb redis ioredis bcrypt jose jsonwebtoken itty-router miniflare browserslist update-browserslist-db baseline-browser-mapping workerd node-fetch tslib rxjs puppeteer kysely valibot ai langchain firebase pip setuptools wheel the a an node-gyp node-addon-api @cloudflare/vitest-pool-workers react-beautiful-dnd it them your this dependencies and or again to locally first manually globally before after if when in with on for from without using instead -g".split(
    " ",
  ),
);
const KNOWN_SCOPES =
  /^@(?:types|cloudflare|prisma|babel|aws-sdk|hono|sentry|opentelemetry|vitejs|remix-run|sveltejs|astrojs|angular|nestjs|tanstack|trpc|auth|google-cloud|azure|supabase|neondatabase|libsql|planetscale|anthropic-ai|ai-sdk|swc|esbuild|rollup|emotion|mui|radix-ui|apollo|stripe|vue|nuxt|typescript-eslint|playwright)\//;

/** Where packages are named in a folded text: to be installed, or to be run without a look. */
export function findPackages(folded: string): {
  readonly installed: readonly number[];
  readonly run: readonly number[];
} {
  const unknown = (shape: RegExp): readonly number[] =>
    [...folded.matchAll(shape)]
      .filter(({ index }) => !folded.slice(Math.max(0, index - 24), index).includes("failed: "))
      .filter(({ 0: verb, index }) => isUnknown(folded.slice(index + verb.length)))
      .map(({ index }) => index);
  return { installed: unknown(INSTALLER), run: unknown(RUNNER) };
}

function isUnknown(after: string): boolean {
  const parts = after.slice(0, NAME_WITHIN_UNITS).split("\n", 1)[0]?.trim().split(" ") ?? [];
  const names = parts.map((part) => part.replace(/["'`<>(),;!?]/g, "").replace(/[.:]$/, ""));
  const name = names.find((part) => part !== "" && !part.startsWith("-"));
  if (name === undefined || /^&&|^\||^[;&]/.test(name)) return false;
  if (/:\/\/|^git\+|^file:/.test(name)) return true;
  if (KNOWN_SCOPES.test(name)) return false;
  return !KNOWN.has(name.charAt(0) + (name.slice(1).split("@", 1)[0] ?? ""));
}
