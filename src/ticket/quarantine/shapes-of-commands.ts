// Shapes of commands, packages and settings. As those of shapes.ts.

/** Run on a folded text: lower case, one space for many, line breaks kept. */
export const COMMAND_SHAPES = [
  {
    shape: "into-shell",
    pattern:
      /\| ?(?:sudo )?(?:(?:ba|z|da|k)?sh|python3?|node|perl|ruby|php|iex|powershell|pwsh|nc|ncat|xargs)\b(?!['"] ?[|,])/g,
  },
  {
    shape: "feeder",
    pattern:
      /\b(?:curl|wget|base64|echo|printf|iwr|invoke-webrequest|printenv|xxd|openssl)\b|(?:^|[;&`"'\n] ?)(?:env|cat|set) [^a-z]/g,
  },
  {
    shape: "inline-code",
    pattern:
      /\b(?:ba|z|da)?sh <\(|\$\((?:curl|wget|cat|env|base64|echo|printf)\b|`(?:curl|wget) -|\b(?:ba|z|da)?sh -c\b|\beval\((?:atob|unescape|buffer|string\.from|decodeuri)|\beval ["'`]?\$\(|\bpython3? -c\b|\bnode (?:-e|--eval)\b|\b(?:perl|ruby) -e\b|\bphp -r\b|-enc(?:odedcommand)?\b|\binvoke-expression\b|\biex ?\(|\bpowershell(?:\.exe)? -|\bpwsh -|\bdownloadstring\b|\bos\.system\b|\bsubprocess\.|\bchild_process\b.{0,20}exec|\/dev\/tcp\/|\bbash -i\b|\bnc -e\b|\bmkfifo\b|\bosascript\b|;curl |\$\([^()\n]{1,60}\||>>? ?["']?(?:~|\$home)\/\.(?:bashrc|zshrc|profile|bash_profile|zshenv)|\bssh -[rld] ?\d|--inspect=0\.0\.0\.0|;\s?\$[a-z]{1,8}\$[a-z]{1,8}\b|\$\((?:nslookup|whoami|id|hostname|uname|dig|ping|ls|pwd|head|tail|wget)\b/g,
  },
  {
    shape: "destroys",
    pattern:
      /\brm -(?:rf?|fr) (?!node_mod|dist|\.next)|\bgit push (?:--force|-f)\b|\bgit push [a-z]{1,12} \+?[\w:/-]{1,30} (?:--force|-f)\b|\bchmod (?:\+x|[0-7]?777|u\+s)|\bmkfs\b|\bdd if=|:\(\)\{|\bgit reset --hard\b|\bgit (?:commit|push)[^\n]{0,40} --no-verify\b|\bnpm publish\b|\bdocker push\b|\bcrontab\b|authorized_keys|\bsudo (?!(?:or|and|if|to|is|on|in|for|access|rights)\b)[a-z]|\bshred\b|\bkubectl delete\b|\bterraform destroy\b|--command[= ]["'](?:drop|delete|update|insert|alter|grant)\b|\bcore\.hookspath\b|\bkill -9\b|\bdocker run [^\n]{0,60}(?:--privileged|-v \/:)|\bto program '/g,
  },
  {
    // The output of a command sent away.
    shape: "into-network",
    pattern:
      /\| ?(?:ssh|mail|mailx|sendmail|curl|wget|nc|ncat|socat|telnet|aws s3|gsutil|rclone|gh gist|pbcopy|openssl s_client) (?!\|)/g,
  },
  {
    // A setting or an option that leads elsewhere.
    shape: "sets-address",
    pattern:
      /\b[a-z_-]{0,30}[_-](?:url|host|endpoint|sink|origins?|registry|mirror|proxy|webhook|dsn|server)(?: ?= ?| )["']?https?:\/\/|\s--(?:registry|index-url|extra-index-url|proxy|host)[= ]["']?https?:\/\//g,
  },
  {
    shape: "imports",
    pattern:
      /\b(?:import|require|importscripts)\(["'`]https?:\/\/|<script[^>\n]{0,40} src=["']?https?:\/\//g,
  },
  {
    shape: "clone",
    pattern:
      /\bgit (?:clone|remote add|apply|submodule add|config(?! --global --add safe\.directory)|commit|push|checkout)\b|\bgh (?:pr|api|secret|repo)\b/g,
  },
  {
    // What is fetched and pushed comes from and goes to another place.
    shape: "sets-remote",
    pattern:
      /\bgit remote (?:add|set-url) (?:--[a-z]{1,8} )?[a-z]{1,20} (?:https?:|git:|ssh:|git@)/g,
  },
  {
    // What runs by itself when packages are installed.
    shape: "install-script",
    pattern: /["'](?:preinstall|postinstall|prepare|prepublish)["'] ?: ?["']/g,
  },
  {
    // Where tools keep what they log in with.
    shape: "home-file",
    pattern:
      /(?:~|\$home|\/home\/[a-z]{1,20}|\/root|\/users\/[a-z]{1,20})\/\.(?:config|kube|docker|netrc|gnupg|aws|ssh|azure|npmrc|git-credentials|wrangler|gem|pypirc|cloudflared)\b/g,
  },
  { shape: "chain", pattern: /&&|; ?\.\/|\bthen \.\//g },
  { shape: "local-file", pattern: /(?:^|[\s"'`(])\.\/[a-z]|\.(?:sh|ps1|bat|exe|py|command)\b/g },
  {
    shape: "takes-secrets",
    pattern:
      /\bprintenv\b|\bcat (?:~|\.env|\/etc\/|\/proc\/|\$home)|\bid_rsa\b|\bid_ed25519\b|\.aws\/credentials|\.ssh\/|\.npmrc\b|\/etc\/(?:passwd|shadow)|\benv ?[|>]|-[a-z]{0,3}d ?@|--data(?:-binary|-raw)? ?@|--upload-file\b|\/proc\/self\/environ|document\.cookie|\bbtoa\((?:this\.|process\.|c\.)?env\b|\$\{?\{? ?secrets\.|object\.keys\(process\.env|stringify\((?:process\.|c\.|ctx\.|this\.)?env\b|\b(?:fetch|sendbeacon|send|open|get|post)\([^\n]{0,80}stringify\((?:e|env|headers|cookies|request)\)/g,
  },
  {
    shape: "secret-file",
    pattern:
      /(?<!\.example (?:to|as) )\.env\b(?!\.(?:example|sample|template))|\$\{?[a-z_]{0,30}(?:token|secret|key)\b|\bprocess\.env\b|\.dev\.vars\b/g,
  },
  {
    // A host without a scheme: where a package or a file comes from.
    shape: "host",
    pattern:
      /\b[a-z0-9-]{2,40}\.(?:com|net|org|io|dev|app|sh|cc|co|ru|cn|xyz|top|site|online|test|example|info|me|de|eu)\b(?![.(])/g,
  },
  { shape: "query", pattern: /\?[a-z_]{1,20}=|\?\$|\?\{/g },
  {
    // One address in place of another.
    shape: "swap-host",
    pattern:
      /\b(?:replace|change|point|switch|redirect|swap) [^\n]{0,30}https?:\/\/[^\s]{1,60} (?:with|to|by|for) ["'`]?https:\/\/(?!localhost)/g,
  },
  {
    shape: "sets-registry",
    pattern:
      /\bregistry(?: to| at)?[= ]+["']?https?:\/\/(?!registry\.npmjs\.org|npm\.pkg\.github\.com|localhost)/g,
  },
  {
    shape: "swaps-package",
    pattern:
      /\b(?:install|use) (?:that|this|it|[a-z@/-]{3,40}) instead of [a-z@/-]{3,40}|\b(?:replace|swap) [a-z@/-]{2,40} (?:with|by|for) [a-z@/]{2,30}-[a-z@/-]{2,40}\b/g,
  },
  // A package that calls itself the mended one.
  { shape: "mended-name", pattern: /-(?:fixed|patched|hotfix|fixer|repaired)\b/g },
  {
    // What runs or installs the code that it is given.
    shape: "runtime",
    pattern:
      /\b(?:npx|bunx|uvx|(?:pnpm|yarn) dlx|(?:deno|bun|go|pipx|docker|tofu) run|(?:npm|pnpm|yarn|bun|deno|go|pip3?|pipx|cargo|gem|helm) (?:i|install|add|exec|get)|kubectl apply|(?:node|deno|bun|python3?|ruby|sh|bash|pwsh) (?=https?:)|npm exec) ?/g,
  },
  {
    // A change of code that takes a check away.
    shape: "drops-call",
    pattern:
      /(?:^|[\n:] ?)- [^\n]{0,40}\b(?:require|verify|check|assert|validate|ensure)[a-z]{0,20}\(|(?:^|[\n:] ?)- ?[^\n]{0,10}\bif \(!/g,
  },
  {
    // A comment or an ending that silences a check.
    shape: "off-mark",
    pattern:
      /@ts-(?:nocheck|ignore|expect-error)\b|\beslint-disable\b|\bnoqa\b|\b(?:istanbul|c8|v8) ignore\b|\|\| ?true\b|\b(?:cast|typed?) (?:to|as) any\b|\bcontinue-on-error\b|\ballow_failure\b|\bnosec\b|\bnolint\b/g,
  },
  {
    shape: "fix-json",
    pattern:
      /["'](?:fix|remedy|solution|action|resolution|next_?(?:step|action)|recommendation|suggestion|todo|recovery|workaround)["'] ?: ?["'[{]/g,
  },
  {
    // The call of what checks.
    shape: "guard-call",
    pattern:
      /\b(?:verify|require|check|validate|assert|ensure|encrypt|sanitize|escape|authorize|authenticate)[a-z_]{0,20}\(/g,
  },
  {
    shape: "weak-algorithm",
    pattern:
      /(?:\u2192|->|=>|\buse|\bto|\bwith|\bby) (?:md5|sha-?1|des|rc4|base64|rot13|plain ?text|\/dev\/null)\b/g,
  },
  {
    // A container that may do what its host may.
    shape: "container",
    pattern: /\bdocker run [^\n]{0,60}(?:--privileged|-v \/:)/g,
  },
  {
    // What makes an administrator of an account.
    shape: "staff-flag",
    pattern:
      /\bis_?(?:admin|staff|superuser|root|owner)["'`]? ?(?:={1,3}|:|to) ?["']?(?:1|true)\b/g,
  },
  {
    shape: "fork",
    pattern: /\b(?:github|gitlab|bitbucket|gist):[\w-]{1,40}\/|\bgit\+(?:https|ssh)/g,
  },
  {
    shape: "loose-switch",
    pattern:
      /--(?:no-verify|force(?! or --legacy)|accept-[a-z-]{2,20}|no-[a-z-]{0,12}sign|unsafe[a-z-]{0,20}|dangerously[a-z-]{2,30}|insecure|no-check|allow-all|skip-[a-z-]{2,20}|no-[a-z-]{0,12}(?:check|verify|audit|tests?))\b/g,
  },
  {
    shape: "live-key",
    pattern:
      /\b[spr]k_live_\w|\bgh[pous]_\w{6}|\bakia[a-z0-9]{8}|\bssh-(?:rsa|ed25519) [a-z0-9+/]/g,
  },
  {
    shape: "dependency",
    pattern: /"[@a-z][\w./@-]{1,60}" ?: ?"(?:latest|\*|https?:|\^|~|git|https?:|file:)/g,
  },
] as const satisfies readonly { readonly shape: string; readonly pattern: RegExp }[];
