// Addresses that lead to a vendor's own pages: errors point there, and nobody can put anything of his
// own on them. Places where anybody may write, as gists and paste bins, are not among them.

const VENDORS =
  "cloudflare.com stripe.com openai.com anthropic.com microsoft.com google.com prisma.io nextjs.org react.dev vercel.com nodejs.org npmjs.com typescriptlang.org vitejs.dev vite.dev vitest.dev svelte.dev astro.build remix.run authjs.dev clerk.com auth0.com supabase.com sentry.io linear.app twilio.com sendgrid.com resend.com aws.amazon.com mozilla.org w3.org graphql.org apollographql.com orm.drizzle.team hono.dev zod.dev docs.github.com paypal.com shopify.dev planetscale.com neon.tech turso.tech mongodb.com redis.io postgresql.org mysql.com sqlite.org sharp.pixelplumbing.com slack.com cloud.google.com azure.com firebase.google.com pixelplumbing.com nuxt.com pris.ly aka.ms pnpm.io yarnpkg.com bun.sh deno.com rollupjs.org webpack.js.org tailwindcss.com eslint.org vuejs.org angular.dev trpc.io tanstack.com reactrouter.com reactjs.org jestjs.io expressjs.com fastify.dev openid.net ietf.org json-schema.org contentful.com sanity.io shopify.com squareup.com adyen.com mollie.com klarna.com atlassian.com apple.com facebook.com salesforce.com hubspot.com intercom.com zendesk.com mailgun.com postmarkapp.com brevo.com mailchimp.com okta.com posthog.com launchdarkly.com grafana.com pagerduty.com elastic.co pinecone.io cohere.com mistral.ai groq.com deepl.com convex.dev inngest.com mux.com cloudinary.com pusher.com ably.com sentry.dev opennext.js.org upstash.com algolia.com mapbox.com datadoghq.com".split(
    " ",
  );
/** Hosts of these on which anybody may put something. */
const OPEN =
  /^(?:docs|drive|sites|script|forms)\.google\.|^(?:hooks|files)\.slack\.|\.cloudapp\.azure\.com$/;
const HOST_UNITS_MAX = 80;

/** Whether the host that begins at a unit of a folded text, behind its scheme, is a vendor's. */
export function isOfVendor(folded: string, unit: number): boolean {
  const before =
    folded
      .slice(Math.max(0, unit - HOST_UNITS_MAX), unit)
      .split(/[^a-z0-9.-]/)
      .at(-1) ?? "";
  const rest =
    /^(?:[a-z]{2,5}:\/\/)?([a-z0-9.-]+)/.exec(folded.slice(unit, unit + HOST_UNITS_MAX))?.[1] ?? "";
  const host = before + rest;
  if (OPEN.test(host)) return false;
  return VENDORS.some((vendor) => host === vendor || host.endsWith(`.${vendor}`));
}
