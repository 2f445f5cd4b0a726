// Shapes of a text that are no words: commands, marks of chats and prompts, borders of data, hidden
// markup. Each is a short expression without loops; what belongs together is found by its distance.

export type Shape = (typeof SHAPES)[number]["shape"];

/** Run on a folded text: lower case, one space for many, line breaks kept. */
export const SHAPES = [
  {
    shape: "into-shell",
    pattern:
      /\| ?(?:sudo )?(?:(?:ba|z|da|k)?sh|python3?|node|perl|ruby|php|iex|powershell|pwsh|nc|ncat|xargs)\b(?!['"])/g,
  },
  {
    shape: "feeder",
    pattern:
      /\b(?:curl|wget|base64|echo|printf|iwr|invoke-webrequest|printenv|xxd|openssl)\b|(?:^|[;&`"'\n] ?)(?:env|cat|set) [^a-z]/g,
  },
  {
    shape: "inline-code",
    pattern:
      /\b(?:ba|z|da)?sh <\(|\$\((?:curl|wget|cat|env|base64|echo|printf)\b|`(?:curl|wget) -|\b(?:ba|z|da)?sh -c\b|\beval ["'`]?\$\(|\bpython3? -c\b|\bnode (?:-e|--eval)\b|\b(?:perl|ruby) -e\b|\bphp -r\b|-enc(?:odedcommand)?\b|\binvoke-expression\b|\biex ?\(|\bdownloadstring\b|\bos\.system\b|\bsubprocess\.|\bchild_process\b.{0,20}exec|\/dev\/tcp\/|\bbash -i\b|\bnc -e\b|\bmkfifo\b|\bosascript\b|;curl /g,
  },
  {
    shape: "destroys",
    pattern:
      /\brm -(?:rf?|fr)\b|\bgit push (?:--force|-f)\b|\bgit push [a-z]{1,12} \+?[a-z]{1,12} (?:--force|-f)\b|\bchmod (?:\+x|[0-7]?777|u\+s)|\bmkfs\b|\bdd if=|:\(\)\{|\bgit reset --hard\b|--no-verify\b|\bnpm publish\b|\bdocker push\b|\bcrontab\b|authorized_keys|\bsudo [a-z]|\bshred\b|\bkubectl delete\b|\bterraform destroy\b/g,
  },
  {
    shape: "clone",
    pattern:
      /\bgit (?:clone|remote add|apply|submodule add|config|commit|push|checkout)\b|\bgh (?:pr|api|secret|auth|repo)\b/g,
  },
  { shape: "chain", pattern: /&&|; ?\.\/|\bthen \.\//g },
  { shape: "local-file", pattern: /(?:^|[\s"'`(])\.\/[a-z]|\.(?:sh|ps1|bat|exe|py|command)\b/g },
  {
    shape: "takes-secrets",
    pattern:
      /\bprintenv\b|\bcat (?:~|\.env|\/etc\/|\/proc\/|\$home)|\bid_rsa\b|\bid_ed25519\b|\.aws\/credentials|\.ssh\/|\.npmrc\b|\/etc\/(?:passwd|shadow)|\benv ?[|>]|-d ?@|--data(?:-binary|-raw)? ?@|--upload-file\b|\/proc\/self\/environ|document\.cookie|\$\{?\{? ?secrets\.|object\.keys\(process\.env|stringify\((?:process\.)?env\b/g,
  },
  {
    shape: "secret-file",
    pattern: /\.env\b|\$\{?[a-z_]{0,30}(?:token|secret|key)\b|\bprocess\.env\b|\.dev\.vars\b/g,
  },
  {
    shape: "address",
    pattern:
      /\b(?:https?|hxxps?|ftp|wss?):\/\/|\bwww\.|@[a-z0-9-]{1,40}\.[a-z]{2,8}\b|\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/g,
  },
  { shape: "query", pattern: /\?[a-z_]{1,20}=|\?\$|\?\{/g },
  {
    shape: "chat-token",
    pattern:
      /<\|[a-z_]{1,30}\|>|\[\/?inst\]|<<\/?sys>>|<\/?s><s>|<(?:start|end)_of_turn>|\[\/?system\]|\[system (?:message|prompt|note|override)|<\|(?:end|begin)/g,
  },
  {
    shape: "chat-tag",
    pattern:
      /<\/?(?:system|instructions?|system[-_]reminder|important|user_query|admin|developer|assistant|human|operator|thinking|new[-_]task)>/g,
  },
  {
    shape: "prompt-heading",
    pattern:
      /(?:^|\n)[#>*= -]{0,8}(?:new |system |updated |real |developer )?(?:instructions?|system prompt|system message|directive|prompt|response|assistant|human|task for|task|your task|override)[ *]{0,3}(?::(?!["'])|\n|$)|(?:^|\n)#{1,6} ?(?:task|instructions?|system)\b/g,
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
      /<\/(?:evidence|data|error|logs?|context|input|document|untrusted[a-z_-]{0,20}|output|ticket|result|tool_result|function_results?|report|trace|message|user|content|details_of_failure|quote)>/g,
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
    shape: "criteria",
    pattern: /\bacceptance criteria\b|\bdefinition of done\b|(?:^|\n) ?[-*] \[[ x]\]/g,
  },
  {
    shape: "dependency",
    pattern: /"[@a-z][\w./@-]{1,60}" ?: ?"(?:latest|\*|\^|~|git|https?:|file:)/g,
  },
] as const satisfies readonly { readonly shape: string; readonly pattern: RegExp }[];
