// Shapes of a text that are no words: commands, marks of chats and prompts, borders of data, hidden
// markup. Each is a short expression without loops; what belongs together is found by its distance.

import { COMMAND_SHAPES } from "./shapes-of-commands.ts";

export type Shape = (typeof SHAPES)[number]["shape"];

/** Run on a folded text: lower case, one space for many, line breaks kept. */
export const SHAPES = [
  ...COMMAND_SHAPES,
  {
    // Commands of tools that take away what others need.
    shape: "tool-destroys",
    pattern:
      /\b(?:wrangler|kubectl|aws|gcloud|az|terraform|supabase|docker|redis-cli|heroku|gh|vercel|netlify|flyctl|fly|firebase|psql|mysql|rclone) (?!error)[^\n.;|]{0,60}? ["']?(?:delete|drop|purge|destroy|flushall|flushdb|truncate|unpublish|secret put|force|rm|rb|prune|rollback)\b/g,
  },
  {
    shape: "said-by-system",
    pattern:
      /(?:^|[\n:;."'] ?)(?:system|developer|assistant|developer-message)(?: message)?(?:: (?!["'`])|-message;)/g,
  },
  { shape: "conceals", pattern: /\[8m/g },
  {
    shape: "address",
    pattern:
      /\b(?:https?|hxxps?|s?ftp|wss?|ssh|postgres(?:ql)?|mysql|rediss?|mongodb|amqps?|git):\/\/|\bwww\.|@[a-z0-9-]{1,40}\.[a-z]{2,8}\b|\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/g,
  },
  {
    // A name as packages have it.
    shape: "name",
    pattern:
      /(?<![\w/.-])@[a-z0-9-]{1,30}\/[a-z0-9-]{1,40}|(?<![\w/.-]|\bp?npm |\byarn )@?[a-z][a-z0-9]{1,20}(?:-[a-z0-9]{1,20}){1,4}(?<!-(?:specific|based|platform|side|only|level|time|source|line|type|in|up|out|to))(?![\w-]|\.[a-z])/g,
  },
  {
    // What tells agents and pipelines how to work.
    shape: "agent-file",
    pattern:
      /\b(?:claude|agents|gemini|copilot-instructions)\.md\b|\.cursorrules\b|\.github\b|\bcodeowners\b|\.npmrc\b|\bauthorized_keys\b|\.husky\b|\bpre-commit\b|\.gitlab-ci/g,
  },
  {
    shape: "chat-token",
    pattern:
      /<\|[a-z_]{1,30}\|>|\[\/?inst\]|<<\/?sys>>|<\/?s><s>|<(?:start|end)_of_turn>|\[\/?system\]|\[system (?:message|prompt|note|override)|<\|(?:end|begin)/g,
  },
  {
    shape: "chat-tag",
    pattern:
      /<\/?(?:system|instructions?|system[-_]reminder|important|user_query|admin|developer|assistant|human|operator|thinking|new[-_]task|task)>|\[\/?tool_result\b/g,
  },
  {
    shape: "prompt-heading",
    pattern:
      /(?:^|\n)[#>*= -]{0,8}(?:new |system |updated |real |developer )?(?:instructions?|system prompt|system message|directive|prompt|response|assistant|human|task for|task|your task|override)[ *]{0,3}(?::(?!["']| (?:string|expected|required|invalid|must|array|number|input|too|should)\b)|\n|$)|(?:^|\n)#{1,6} ?(?:task|instructions?|system)\b/g,
  },
  {
    shape: "role-line",
    pattern:
      /(?:^|\n) ?[[*"]{0,3}(?:system|assistant|user|human|developer|ai|agent|admin|root|tool)[\]*"]{0,3} ?: ?(?!["'`\n])/g,
  },
  { shape: "role-json", pattern: /\brole["']? ?: ?["']?(?:system|developer|assistant)\b/g },
  {
    shape: "call-json",
    pattern:
      /"tool_calls?"|"function_call"|"tool_use"|<function_calls?>|<invoke\b|<tool_(?:use|call)|"tool_name"|"name" ?: ?"(?:bash|shell|terminal|execute_command|run_command|str_replace_editor)"|<parameter name=/g,
  },
  {
    shape: "end-mark",
    pattern:
      /(?:^|[\n\-=[<(#*}"/\]`~] ?)end(?:[ _-]of)?(?:[ _-]the)?[ _-](?:data|evidence|logs?|input|message|errors?|context|document|untrusted|quote|report|output|prompt|ticket|trace|stack|system|user|text)\b|\bbegin[ _-](?:instructions?|system|prompt|task|override|admin|commands?)\b/g,
  },
  {
    shape: "closes",
    pattern:
      /<\/(?:evidence|data|error|logs?|context|input|document|untrusted[a-z_-]{0,20}|output|ticket|result|tool_result|tool_output|tool_response|function_response|function_result|function_results?|report|trace|message|user|untrusted|content|details_of_failure|quote)>/g,
  },
  {
    shape: "vocative",
    pattern:
      /(?:^|[\n.!?;:"'({>*] ?|\b(?:hey|dear|hi|hello|attention|okay?|note|to) |@|-- ?|<!-- ?)(?:coding |ai |the |all |dear |llm )?(?:agents?|assistants?|ai|llms?|copilot|claude|chatgpt|gpt|codex|cursor|devin|gemini|bot|developers?|engineers?|maintainers?|reviewers?|reader|programmer|model) ?[,:;] /g,
  },
  {
    shape: "mention",
    pattern: /@(?:claude|copilot|cursor|codex|devin|gemini|linear|agent|assistant|bot|chatgpt)\b/g,
  },
  {
    // A flag of protection that is set so that it protects no more.
    shape: "loose-flag",
    pattern:
      /\bnode_tls_reject_unauthorized ?[=:] ?["']?0|\brejectunauthorized["']? ?[:=] ?false|\b(?:verify|strict|secure|httponly|validate|csrf|auth|signed|check)[a-z_]{0,20}["'`]? ?[:=] ?["']?(?:false|off|none)\b|\b(?:set|setting) ["'`]?(?:verify|strict|secure|httponly|validate|csrf|auth|check|require)[a-z_]{0,20}["'`]? to ["'`]?(?:false|off|none|0)\b|\b(?:ignore|skip|disable|allow_?(?:all|any|insecure|unsigned))_?[a-z_]{0,24}["'`]? ?[:=] ?["']?true\b|\bif ?\(true\)|samesite (?:attribute |flag )?(?:to|must be|should be|has to be) none\b|access-control-allow-origin (?:header )?(?:to|must be|should be|has to be) ["'`]?\*/g,
  },
  {
    shape: "loose-value",
    pattern:
      /\b(?:must|should|has to|have to|needs? to|ought to|are to|is to) (?:just |simply |always |now )?be (?:set to )?["'`]?(?:\*|0(?!\w|\.\d)|false\b|off\b|none\b|any\b|empty\b)/g,
  },
  {
    shape: "giveaway",
    pattern:
      /\b100 ?(?:%|percent)|free of charge|\bfor free\b|\b(?:price|total|amount|fee)s? (?:of|to|at) (?:0|zero)\b/g,
  },
  {
    // Somebody spoken to at the start of a clause: "for the fixer:", "as the engineer on duty".
    shape: "spoken-role",
    pattern:
      /(?:^|[.!?;:)\n"'\u2014-] ?)(?:to|for|as|dear|note to|hint for|attention|fao) (?:the|any|whichever|whatever|every) (?:[a-z-]{2,14} ){0,2}(?:agents?|assistants?|bots?|fixer|automation|model|llm|engineer|developer|maintainers?|reviewer|reader|on-call|responder|resolver|programmer|contributor)\b/g,
  },
  { shape: "iban", pattern: /\b[a-z]{2}\d{2}(?: ?[\da-z]{4}){3,7}(?: ?\d{1,3})?\b/g },
  {
    shape: "that-user",
    pattern: /\b(?:user|account|customer|client|member|login|uid|tenant)(?: id)?[ #:=_]{1,3}\d+/g,
  },
  { shape: "as-root", pattern: /\bas (?:root|superuser)\b/g },
  { shape: "fence", pattern: /(?:^|\n)(?:```|~~~)/g },
  { shape: "comment", pattern: /<!--|\/\*|\[\/\/\]: ?#|\{\/\*/g },
  { shape: "folded-away", pattern: /<details\b|<summary\b/g },
  {
    shape: "unseen",
    pattern:
      /<[a-z]{1,10} hidden\b|display: ?none|font-size: ?0|visibility: ?hidden|color: ?(?:white|transparent|#fff)|opacity: ?0\b|\bhidden>|aria-hidden/g,
  },
  {
    shape: "script-link",
    pattern:
      /\]\( ?(?:javascript|data|vbscript):|(?:href|src)=["']?(?:javascript|vbscript):|\bon(?:error|load|click)=/g,
  },
  { shape: "image", pattern: /!\[[^\]\n![]{0,200}\](?:\(|\[)|<img\b/g },
  { shape: "link", pattern: /[^!]\]\(https?:/g },
  {
    shape: "ticket-heading",
    pattern:
      /(?:^|\n)(?:#{1,6} ?|\*\*)(?:what is (?:expected|forbidden|known)|where to look|evidence|resolution|fix|remediation|acceptance|solution|next steps?|root cause|steps|workaround|actions?|required|summary|todo|task|approval|permission|how to|note|mitigation|suggested|recommended)/g,
  },
  {
    // One ticket ends within another.
    shape: "new-ticket",
    pattern:
      /[=\-#*]{2,6} ?(?:new|next) (?:ticket|task|issue|incident)\b|\b(?:ticket|issue|incident) closed [=\-#*]{2,6}/g,
  },
  {
    shape: "criteria",
    pattern: /\bacceptance criteria\b|\bdefinition of done\b|(?:^|\n) ?[-*] \[[ x]\]/g,
  },
] as const satisfies readonly { readonly shape: string; readonly pattern: RegExp }[];
