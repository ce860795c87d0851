import type { Report } from '../../src/model/report.ts';

/** Texts that try to be more than text, by what they attack. */
export const ATTACKS = {
  'a GitHub command': '::error title=x::pwned',
  'a GitHub command on its own line': 'x\n::set-output name=verdict::PASS\n::add-path::/tmp',
  'a GitHub command behind blanks': '   ::warning::pwned',
  'a GitHub command after a word as long as a line': `${'w'.repeat(68)}::error::pwned`,
  'an old GitHub command': 'x ##[add-path]/tmp/evil',
  'an end of the fence': '\n::stop-commands::token\n::token::\n::error::pwned',
  'an Azure command': '##vso[task.setvariable variable=a]b',
  'a TeamCity command': "##teamcity[buildStop comment='x']",
  'an end of CDATA and element': ']]></failure></testcase><testcase name="x">',
  'an attribute': '" name="x" onload="y',
  entities: '&amp;&bad;&#0;&lt;',
  'characters XML cannot hold': '\u0000\u0008\uFFFE\uFFFF\uD800',
  'a comment': '<!-- x --> <![CDATA[ x ]]> <?x ?>',
  'HTML tags': '<img src=x onerror=alert(1)><script>alert(1)</script></details>',
  'a Markdown link':
    '[click](javascript:alert(1)) ![p](http://evil.example/p.png) <http://evil.example>',
  'bare links': 'https://evil.example/x www.evil.example http://evil.example)y a@evil.example',
  'a link that looks like Lusha': 'https://lusha.com.evil.example https://evil.example/lusha.com',
  'a mention and a reference': '@octocat #123 octo/repo#1 GH-1',
  emphasis: '**b** __b__ *i* _i_ ~~s~~ `c` ``c`` $x$',
  'a table row': 'a | b | c\\| d `|` \\\\| e',
  'a new block': 'x\n\n# heading\n\n---\n- list\n> quote\n```\nfence\n~~~',
  'a block at the start': '# heading',
  'a list at the start': '1. one',
  backticks: '``` `` ` x ````',
  'a reference definition': '[a]: http://evil.example\n[a]',
  'terminal codes': '\u001B[2J\u001B]0;title\u0007\u009B31m\u001B]8;;http://evil.example\u0007x',
  'a carriage return': 'good\rbad\b\b\bgone',
  'turned and hidden text': 'a\u202Eb\u2066c\u200Bd\uFEFFe\u2028f\u00ADg',
  'a very long text': 'long '.repeat(30_000),
  'nothing but blanks': ' \t ',
} as const;

/** Words by which a report is put together; everything else may come from anywhere. */
const STRUCTURE = ['status', 'verdict', 'layer', 'subject', 'severity', 'certainty', 'how'];

/** A report with the attack in every text of it. */
export function planted(report: Report, attack: string): Report {
  const plant = <T>(value: T, key: string): T => {
    if (typeof value === 'string' && !STRUCTURE.includes(key)) return attack as T;
    if (Array.isArray(value)) return value.map((entry) => plant(entry, key)) as T;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, entry]) => [name, plant(entry, name)]),
    ) as T;
  };
  return plant(report, '');
}
