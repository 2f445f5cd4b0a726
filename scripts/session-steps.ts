// What somebody asks of the API who has a question, as commands of a shell.

export interface SessionStep {
  readonly why: string;
  readonly command: string;
}

export const SESSION_FUNCTIONS = `full()  { curl -sS -H "Authorization: Bearer $ACCESS_TOKEN" "$OUTERLOOP$1" "\${@:2}"; }
agent() { curl -sS -H "Authorization: Bearer $AGENT_TOKEN" "$OUTERLOOP$1" "\${@:2}"; }`;

/** They build on each other: a variable that one sets is there for those after it. */
export const SESSION_STEPS: readonly SessionStep[] = [
  {
    why: "Is outerloop well? Nobody needs a token for that; with one, it tells who was heard of when.",
    command: `curl -sS -H 'Authorization: Bearer none' $OUTERLOOP/health | jq -c '[.ok, .tickets, .incidents, .deadLetters, .oldestUndone, .producers]'
agent /health | jq -c .producers`,
  },
  {
    why: "What fails most often?",
    command: `agent '/incidents?sort=count&limit=3' | jq -c '.incidents[] | [.count, .phase, .grouping.route, .grouping.type, .ticket.status]'`,
  },
  {
    why: "Page by page: `next` is the cursor of the page after.",
    command: `NEXT=$(agent '/incidents?sort=count&limit=3' | jq -r .next)
agent '/incidents?sort=count&limit=3' -G --data-urlencode "cursor=$NEXT" | jq -c '.incidents[] | [.count, .grouping.route]'`,
  },
  {
    why: "The card that was declined: which incidents are that?",
    command: `agent /incidents -G --data-urlencode 'text=card declined' | jq -c '.incidents[] | [.fingerprint, .grouping.route, .ticket.status]'
F=$(agent /incidents -G --data-urlencode 'text=card declined' | jq -r '.incidents[] | select(.ticket.status == "made") | .fingerprint')
G=$(agent /incidents -G --data-urlencode 'text=card declined' | jq -r '.incidents[] | select(.ticket.status == "following") | .fingerprint')`,
  },
  {
    why: "Why did these failures group?",
    command: `agent /incidents/$F.json | jq -c '.grouping.parts[] | [.part, .untrusted.value, .untrusted.madeFrom]'`,
  },
  {
    why: "Why has the other one no ticket of its own?",
    command: `agent /incidents/$G.json | jq -r .ticket.says`,
  },
  {
    why: "Is it still happening?",
    command: `agent /incidents/$F.json | jq -r .recency.says`,
  },
  {
    why: "What the agent on the ticket reads first.",
    command: `agent /incidents/$F.md | head -n 7`,
  },
  {
    why: "What happened to it so far?",
    command: `agent /incidents/$F/timeline | jq -r '.timeline[] | [.at, .what, .by // "-"] | @tsv'`,
  },
  {
    why: "Whoever polls sends the tag of the last answer: 304 until something changes.",
    command: `TAG=$(agent /incidents/$F -o /dev/null -D - | tr -d '\\r' | sed -n 's/^etag: //ip')
agent /incidents/$F -o /dev/null -w '%{http_code}\\n' -H "If-None-Match: $TAG"`,
  },
  {
    why: "A text that tries to instruct is held back from `AGENT_TOKEN`; people see it.",
    command: `H=$(full '/incidents?type=CommentError' | jq -r '.incidents[0].fingerprint')
agent /incidents/$H.json | jq -c '[.heldBack, .untrusted.opening, .recency.count, .reproduction]'
full /incidents/$H | jq -c '[.delegation.isHeldBack, .samples[0].message]'`,
  },
  {
    why: "`AGENT_TOKEN` reads and does nothing else. A wrong token and none are told the same.",
    command: `agent /incidents/$F/resolve -X POST
curl -sS -H 'Authorization: Bearer wrong' $OUTERLOOP/incidents`,
  },
  {
    why: "A person says that it is mended.",
    command: `full /incidents/$F/resolve -d '{ "by": "ada" }' | jq -c '[.phase.name, .phase.fix, .timeline[-1].by]'`,
  },
  {
    why: "What would outerloop make of a trace that is at hand? Nothing is stored.",
    command: `echo '{"scriptName":"shop","outcome":"exception","eventTimestamp":1764100000000,"event":{"request":{"url":"https://shop.example/orders/7","method":"GET"}},"exceptions":[{"name":"TypeError","message":"order 7 has no price","timestamp":1764100000000}],"logs":[]}' |
  agent /explain --data-binary @- | jq -c '[.kept, .reason, .grouping.route, .grouping.message, .fingerprint]'`,
  },
  {
    why: "What could not be taken in?",
    command: `full /dead-letters | jq -c '.letters[] | [.id, .reason]'
L=$(full /dead-letters | jq -r '.letters[0].id')
full /dead-letters/$L | jq -c .body
full /dead-letters/$L/discard -X POST`,
  },
  {
    why: "What is wrong is told by name.",
    command: `agent '/incidents?limit=1000&phase=open'`,
  },
];
