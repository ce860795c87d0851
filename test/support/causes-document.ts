import { causePage } from '../../src/commands/explain-error/pages/cause.ts';
import { conflictNote } from '../../src/commands/explain-error/pages/conflicts.ts';
import { fitting } from '../../src/diagnosis/fitting.ts';
import { CAUSES } from '../../src/knowledge/catalogue.ts';
import { CONTRADICTIONS } from '../../src/knowledge/contradictions.ts';
import { SOURCES } from '../../src/knowledge/sources.ts';
import type { Cause, Source, Statement } from '../../src/model/cause.ts';
import type { FixStep } from '../../src/model/diagnosis.ts';
import { LAYERS } from '../../src/model/layer.ts';
import { retryText } from '../../src/render/pages/cause-page.ts';
import type { ConflictNote, SourcedText } from '../../src/render/pages/conflicts.ts';
import { statusRanges } from '../../src/render/format.ts';

/** The catalogue as a Markdown document: every cause, every disagreement, every source. */
export function causesDocument(): string {
  const layers = LAYERS.flatMap((layer) => {
    const own = CAUSES.filter((cause) => cause.layer === layer);
    return own.length === 0 ? [] : [{ layer, own }];
  });
  return [
    '# Causes',
    `Everything lusha-doctor can tell apart: ${CAUSES.length} causes, from the key outwards. Made from the same data as the program by \`npm run docs\`; do not edit it by hand. In a terminal: \`lusha-doctor explain CAUSE\`.`,
    'A name in brackets is the source of a statement; the [sources](#sources) say how far each is to be trusted and when it was checked. Where sources contradict each other, see [where sources disagree](#where-sources-disagree).',
    ...layers.map(({ layer, own }) =>
      [
        `- **${layer}**`,
        ...own.map(({ id, title }) => `  - [${id}](#${id}): ${escaped(title)}`),
      ].join('\n'),
    ),
    ...CAUSES.map(section),
    '## Where sources disagree',
    ...CONTRADICTIONS.map((conflict) => conflictSection(conflictNote(conflict))),
    '## Sources',
    table(
      ['source', 'what it is', 'state', 'checked'],
      Object.entries<Source>(SOURCES).map(([id, { title, state, checked, url }]) => [
        `\`${id}\``,
        url === undefined ? escaped(title) : `[${escaped(title)}](${url})`,
        state,
        checked,
      ]),
    ),
  ].join('\n\n');
}

function section(cause: Cause): string {
  const { diagnosis, statuses, article, conflicts } = causePage(cause, { stated: NOTHING });
  const { reasons, fixes, notes, credits } = diagnosis;
  // What holds in certain cases only is on no page.
  const general = <T extends Statement>(statements: readonly T[]) => fitting(statements, {});
  const [cost] = general([cause.credits ?? []].flat());
  const came = statuses.length === 0 ? 'no status' : `status ${statusRanges(statuses)}`;
  return [
    `## ${cause.id}`,
    `**${escaped(cause.title)}**  \nLayer ${cause.layer}, ${came}. Who acts: ${cause.whoActs}.`,
    escaped(diagnosis.meaning),
    `Look at: ${escaped(cause.tell)}`,
    ...titled(
      'How it comes about',
      general(cause.reasons).map((reason, at) => line(reasons[at] ?? '', reason)),
    ),
    ...titled(
      'What to do',
      general(cause.fixes).map((fix, at) => step(at + 1, fixes[at], fix)),
    ),
    `Retry: ${escaped(retryText(diagnosis))}`,
    ...(cost === undefined ? [] : [`Credits: ${sourced(credits ?? '', cost)}`]),
    ...(article.length === 0 ? [] : [`The article on ${article.map(escaped).join(' ')}`]),
    ...titled(
      'Notes',
      general(cause.notes ?? []).map((note, at) => line(notes[at] ?? '', note)),
    ),
    ...titled(
      'Disputed',
      conflicts.map(({ id, topic }) => `- [${escaped(topic)}](#${id})`),
    ),
    `Sources: ${cause.sources.map((id) => `\`${id}\``).join(', ')}`,
  ].join('\n\n');
}

const NOTHING = { facts: {}, remarks: [], endpoint: null } as const;

function step(
  number: number,
  filled: Pick<FixStep, 'text' | 'command' | 'verify'> | undefined,
  fix: Cause['fixes'][number],
): string {
  const { text = fix.text, command = null, verify = null } = filled ?? {};
  const parts = [`${number}. ${sourced(text, fix)}`];
  if (command !== null) parts.push(code(command));
  if (verify !== null) {
    parts.push(`   Verify, expecting ${escaped(verify.expect)}:`, code(verify.command));
  }
  return parts.join('\n\n');
}

function code(command: string): string {
  return ['```sh', ...command.split('\n'), '```'].map((text) => `   ${text}`).join('\n');
}

function conflictSection({
  id,
  topic,
  statements,
  observed,
  action,
  causes,
}: ConflictNote): string {
  return [
    `### ${id}`,
    `${escaped(topic)}:`,
    statements.map((said) => `- ${noted(said)}`).join('\n'),
    `Observed: ${observed === null ? 'nothing recorded.' : noted(observed)}`,
    `What lusha-doctor does: ${escaped(action)}`,
    `Causes: ${causes.map((cause) => `[${cause}](#${cause})`).join(', ')}`,
  ].join('\n\n');
}

function noted({ text, source }: SourcedText): string {
  if (source === null) return escaped(text);
  return `${escaped(text)} [\`${source.id}\`, ${source.state}, ${source.checked}]`;
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`**${title}**`, lines.join('\n')];
}

function line(text: string, statement: Statement): string {
  return `- ${sourced(text, statement)}`;
}

function sourced(text: string, { source }: Statement): string {
  return `${escaped(text)} [\`${source}\`]`;
}

/** What Markdown would take for markup. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|]/g, String.raw`\$&`);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
