// Secrets are all optional and set with `wrangler secret put`, so wrangler cannot generate their
// types: `[secrets] required` would refuse the first deploy.

export interface SecretEnv {
  readonly LINEAR_API_KEY?: string;
  readonly ACCESS_TOKEN?: string;
  readonly AGENT_TOKEN?: string;
  readonly LINEAR_WEBHOOK_SECRET?: string;
}
