// The rules of remedies that a text has ready and of approvals that it reports as facts. Written as those
// of rules.ts.
import type { Technique } from "./techniques.ts";

export const REMEDY_RULES: Readonly<Partial<Record<Technique, readonly string[]>>> = {
  fix: [
    "10 within 20: fix/settles/hearsay, changed, address/host/listing",

    "10 within 16: fix, address/host/fork, !replace/!work/!grant/target/pack/listing",
    "10 within 16: settles/voice, address/host, control/listing/target/pack",
    "10 within 14: fix, accept, control/guard/secret",
    "10 within 16: fix, loose-flag",
    "10 within 16: loose-flag, policy",
  ],
  approval: [
    "10 within 16: approved, everyone, privilege/given",

    "10 within 14: approved, authority/agent, destroys/secret/private",
    "10 within 12: approved, authority/person/agent, guard/listing",
    "10 within 14: approved, entitled",
    "10 within 20: approved, done/changed/repairer, guard/control/asset",
  ],
  secrets: [
    "10 within 16: exposed, private/secret, policy/authority, person/agent",

    "10 within 16: sends, data@5/private/secret/secret-file, address/desk, policy/person/agent/settles/hearsay",
    "10 within 14: !send, secret-file, address",
    "10 within 16: home-file, !send/!act/data/desk/sent",
    "10 within 10: !act, secret/home-file, desk",
  ],
  fetch: [
    "10 within 20: follow, address/host",
    "10 within 12: listing, !fetch/starts, address/host",
  ],
  package: ["10 within 16: install-script, address/!work/!grant"],
  override: ["10 within 8: ban, useless"],
  command: [
    "10: sets-remote",
    "10 within 16: tool/starts, host/address, elevated/as-root",
    "10 within 20: destroys, starts/run",
    "10 within 24: destroys, entitled/hush/urgent",
  ],
  weaken: [
    "10 within 16: hearsay, guard/control/check, useless/accept/!weaken/waves/open/loose-flag/weak-algorithm",
    "10 within 14: hearsay, done/!act/without, guard/control",

    "10 within 16: repairer, dropped/lax, guard/check/control",
    "10 within 24: rid, settled/useless",
    "10 within 16: settles, dropped, guard/check",
    "10 within 16: useless, dropped, check/guard",
    "10 within 12: listing, loose/lax, norm/voice/settles/should/must",
  ],
  work: [
    "10 within 16: settled/closing, dropped, control/guard/check/voice",
    "8 within 12: noaction, closing/settled",
    "10 within 16: repairer, agent-file",
  ],
  hush: ["10 within 16: hush, repairer"],
  markup: [
    "10 within 20: role-json, agent, address/persona",
    "10 within 20: chat-tag, dropped/approved/entitled/settles/privilege/lax",
    "10 within 16: said-by-system, newTask/persona/voice",
  ],
  border: [
    "10 within 8: closes, chat-tag",
    "10 within 16: closes, address/guard/check/secret/privilege",
  ],
  persona: [
    "10 within 24: persona, destroys/private/commits/sends",
    "10 within 24: newTask, newTask, instructions/orders/agent/machine/vocative",
  ],
  forged: [
    "10 within 16: criteria, lax/without/guard/privilege",
    "10 within 12: new-ticket, codeplace/secret/guard/control/without/lax",
  ],
};
