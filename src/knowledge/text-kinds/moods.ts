/**
 * How sentences of people speak of a failure without one having happened: as a condition, as a rule,
 * as something to be built, as something over. And how they report one, which outweighs all of it.
 */

/** Before the failure in its sentence: what could happen, or what somebody should do about it. */
export const SUPPOSED_BEFORE: readonly RegExp[] = [
  /\b(?:if|when|whenever|in case|once|unless|until|wherever)\b[^.;!?]{0,120}$/i,
  /\b(?:should|could|would|might|may|can|must|will|shall|ought to|needs? to|expects?|expected to|supposed to|going to)\b(?! not (?:be )?able)[^.;!?]{0,80}$/i,
  /\b(?:e\.g\.|for example|for instance|such as|i\.e\.|typically|usually|normally|generally)\b[^.;!?]{0,40}$/i,
  /\b(?:handl(?:e|es|ed|ing)|retry(?:ing)?(?: on)?|retries|treat(?:s|ing)?|map(?:s|ping)?|surfac(?:e|es|ing)|simulat(?:e|es|ing)|mock(?:s|ed|ing)?|stub(?:s|bed|bing)?|assert(?:s|ing)?|test(?:s|ing)?(?: for| that)?|document(?:s|ed|ing)?|rename|distinguish|differentiate|alert(?:s|ing)? (?:on|when|for)|avoid(?:s|ing)?|prevent(?:s|ing)?|instead of|rather than)\b[^.;!?]{0,40}$/i,
  /\b(?:no|without|zero|never (?:an?|any)|not (?:an?|any)|any)(?: more| single| further| new| unexpected)?(?: lusha| api| http)? ?["'`(]{0,2}$/i,
  /\b(?:like|such as)\b[^.;!?]{0,14}$/i,
  /\b(?:docs?|documentation|spec|readme|runbook|wiki|the api|article|guide)\b[^.;!?]{0,20}\b(?:says?|states?|lists?|mentions?|describes?|defines?|shows?|returns?)\b[^.;!?]{0,80}$/i,
  /\b(?:means?|stands? for|indicates?|signals?|is (?:returned|sent|thrown))\b[^.;!?]{0,40}$/i,
];

/** After the failure in its sentence. */
export const SUPPOSED_AFTER: readonly RegExp[] = [
  /^[^.;!?\n]{0,30}\b(?:means?|indicates?|is (?:returned|sent|raised|thrown|expected|normal|fine|retried|handled|mapped|treated|by design)|are (?:returned|expected|retried|handled)|handling|handler|tests?|test case|branch|code path|alert|rule)\b/i,
  /^[^.;!?\n]{0,30}\b(?:when|if|whenever|unless)\b (?!(?:I|we|calling|using|running|trying)\b)/i,
  /^[^.;!?\n]{0,80}\b(?:as expected|was expected|by design|on purpose|intentionally)\b/i,
];

/** A failure that is over: anywhere in the text of a person, in the languages that were met. */
export const OVER: readonly RegExp[] = [
  /\bclosing[.!]/i,
  /(?<!\b(?:not|n['’]t|never|cannot)(?: be| been| yet)? )\b(?:fixed|resolved|solved|sorted|mitigated|recovered|(?:error|problem|issue|it|that|[45]\d\ds?)(?:'s| is| are)? gone|went away|works? (?:now|again|fine)|working (?:now|again)|back to normal|(?<!status page[^.\n]{0,20})all (?:good|green)|green again|no longer|not seeing|haven't seen|has not (?:happened|occurred)|closing (?:this|as|the)|closed as|can be closed|turned out|root cause|post-?mortem|rolled back|rotated the key and|since then (?:it|no|0)|without (?:any )?errors since)\b/i,
  /\b(?:behoben|gel[öo]st|erledigt|(?:l[äa]uft|lief|geht|ging|funktioniert)\b[^.!?\n]{0,30}\bwieder|wieder (?:ok|okay|da|online|erreichbar|normal)|ticket ist zu|wieder gr[üu]n)\b/iu,
  /(?:r[ée]solu|corrig[ée]|r[ée]gl[ée]|fonctionne [àa] nouveau|remarche)/iu,
  /\b(?:resuelto|solucionado|arreglado|ya funciona|resolvido|corrigido|voltou a funcionar|risolto|opgelost|verholpen)\b/i,
  /解決しました|解決済|直りました|復旧しました|修正しました/u,
];

/** Lines of programs that read like sentences. */
export const PRINTED_SENTENCES: readonly RegExp[] = [
  /^\s{2,8}(?:Received HTTP response|Sending HTTP request|(?:Start|End) processing HTTP request|Execution attempt\.|Resilience event occurred\.)/,
  // An error by the full name of its class, as Python, the JVM, .NET, Ruby, PHP and Elixir print it.
  /^\s{0,8}(?:\*\* \()?(?:[A-Za-z_]\w{0,40}(?:\.|::|\\)){0,8}[A-Z]\w{0,60}(?:Error|Exception|Timeout|Failure|Failed)\)?(?:: | \[| \(|$)/,
  /^\s{0,8}(?:[A-Z]\w{0,40}::){1,6}[A-Z]\w{1,60}: /,
  /^\s{0,8}\[\w{1,60} ?(?:Error|Exception)\]: /,
  /^Run-time error '-?\d/,
  // Deno, Bun, Rust, Git and most shells.
  /^\s{0,8}(?:error|fatal|panic)(?:\[\w{1,10}\])?: \S/,
  /^\s{0,8}\*\* \([A-Z][\w.]{0,80}\) /,
];

/** Talk of what could happen some day: nothing in a conversation with these words has happened. */
export const THOUGHT_UP: readonly RegExp[] = [
  /\b(?:hypothetical(?:ly)?|thought experiment|just in theory|failure modes?|table-?top(?: exercise)?|game ?day|brainstorm\w{0,5}|pre-?mortem|quiz|flash ?cards?|interview question|role-?play)\b/i,
  /\b(?:what if|suppose|imagine|let'?s say|assume) (?:that )?(?:we|it|they|lusha|the api|somebody|someone|the key)\b/i,
  /\bwhat (?:happens|would happen) (?:if|when)\b|\b(?:neither|none of (?:it|them|these)|nothing of (?:it|this)|that never|it never) (?:has |have )?happened\b/i,
  /\b(?:one|some) ?day (?:we|it|they|lusha|the api)\b|\b(?:not (?:been )?(?:built|written|deployed|shipped|live) yet|no code (?:yet|exists)|before we (?:build|start|write|ship|go live))\b/i,
];

/** A failure that is going on outweighs the rest: the first person, the present, an attempt. */
export const REPORTS: readonly RegExp[] = [
  /\b(?:I|we)(?:'m|'re|'ve| am| are| have| was| were)? (?:also |just |now |still |always |only |keep |keeps |kept |been )*(?:get|gets|got|getting|see|saw|seeing|receive|received|receiving|hit|hitting|run into|ran into|blocked|stuck)\b/i,
  /\b(?:it|they|he|she|customers?|users?|scripts?|jobs?|flows?|zaps?|scenarios?|calls?|requests?|lusha|api|server|endpoint|key)(?:'s|'re| is| are| has| have| just| now| still| suddenly| keeps?)+ (?:been )?(?:get|got|getting|seeing|received|receiving|hit|hitting|failed|failing|returned|returning|threw|throwing|respond(?:ed|ing)|answer(?:ed|ing)|giving|died|dying|stopped|down)\b/i,
  /\b(?:it|they|scripts?|jobs?|flows?|zaps?|scenarios?|calls?|requests?|lusha|server|endpoint) (?:failed|got|returned|threw|responded|answered|came back|died|stopped)\b/i,
  /\b(?:gives?|gave|giving|returns?|throws?|answers?) (?:me|us)\b|\bkeeps? (?:failing|returning|throwing|getting|giving)\b|^\s{0,8}(?:getting|got|seeing|receiving|hitting)\b/i,
  /\b(?:since (?:yesterday|today|this morning|last|monday|tuesday|wednesday|thursday|friday|\d[\w:]{0,8})|suddenly|right now|at the moment|again and again|every time|all of a sudden|this morning|just now)\b/i,
  /\b(?:fails?|failed|failing) with\b|\bstatus code \d{3}\b|\bfor url\b|\bindicate success\b|\bawaiting response\b/i,
  /\b(?:stops?|stopped|dies?|died|aborts?|aborted|crash(?:es|ed)?|blocked|rejected|refused|broken?|breaks?) (?:with|by|at|on|because)\b|\b(?:error(?:s| message)?|answer|response|message)(?: (?:I|we) (?:get|see))? ?(?:is|was|says?|reads?)?:/i,
  /\b(?:bekomme|bekommen|erhalte|erhalten|kriege|kriegen|schl[äa]gt fehl|funktioniert nicht|geht nicht|l[äa]uft nicht|bricht ab|kommt (?:immer|nur|ein|die|der)|liefert|wirft|seit (?:heute|gestern|\d)|pl[öo]tzlich)\b/iu,
  /\b(?:recibo|recibimos|obtengo|obtenemos|me da|nos da|devuelve|falla|fallan|fallando|no funciona|desde (?:ayer|hoy|esta)|recebo|recebemos|recebendo|retorna|falhando|falhou|n[ãa]o funciona|desde (?:ontem|hoje))\b/iu,
  /\b(?:je re[çc]ois|j'obtiens|on re[çc]oit|on a|nous recevons|renvoie|[ée]choue|ne (?:marche|fonctionne) (?:pas|plus)|depuis (?:hier|ce matin|lundi|aujourd))/iu,
  /エラーが出|返ってき|返され|失敗し|できません|になります|が出ます|出てい/u,
];
