// What `npm run mutants` breaks. To add a rule, write it into the list of its folder under src/, or
// give that folder a list; `npm run mutants -- --only TEXT` tries it alone. Break the rule and not the
// code: a mutant that throws at once is noticed by any test and shows nothing.
import { API_RULES } from "./api-rules.ts";
import { AGENT_RULES } from "./agent-rules.ts";
import { DESK_RULES } from "./desk-rules.ts";
import { DOCTOR_RULES } from "./doctor-rules.ts";
import { FOLLOWER_RULES } from "./follower-rules.ts";
import { INCIDENT_RULES } from "./incident-rules.ts";
import { INTAKE_RULES } from "./intake-rules.ts";
import { LIFE_RULES } from "./life-rules.ts";
import { LINEAR_RULES } from "./linear-rules.ts";
import { LIST_RULES } from "./list-rules.ts";
import { MCP_RULES } from "./mcp-rules.ts";
import type { Mutant } from "./mutant.ts";
import { PACK_RULES } from "./pack-rules.ts";
import { PEOPLE_RULES } from "./people-rules.ts";
import { QUARANTINE_RULES } from "./quarantine-rules.ts";
import { TICKET_RULES } from "./ticket-rules.ts";
import { WEBHOOK_RULES } from "./webhook-rules.ts";

export const RULES: readonly Mutant[] = [
  ...INCIDENT_RULES,
  ...LIFE_RULES,
  ...PEOPLE_RULES,
  ...FOLLOWER_RULES,
  ...INTAKE_RULES,
  ...DESK_RULES,
  ...WEBHOOK_RULES,
  ...AGENT_RULES,
  ...DOCTOR_RULES,
  ...LINEAR_RULES,
  ...TICKET_RULES,
  ...QUARANTINE_RULES,
  ...API_RULES,
  ...LIST_RULES,
  ...PACK_RULES,
  ...MCP_RULES,
];
