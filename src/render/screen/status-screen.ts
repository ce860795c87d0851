import type { Diagnosis } from '../../model/diagnosis.ts';
import { factPhrase } from '../../model/fact-words.ts';
import { count } from '../format.ts';
import type { Meanings } from '../meanings.ts';
import { cellWidth, padCells } from '../text/cells.ts';
import { indented, joinBlocks, pageWidth } from '../text/layout.ts';
import { plainText } from '../text/plain-text.ts';
import type { Theme } from '../text/theme.ts';
import { wrap } from '../text/wrap.ts';
import { checkLines, commandEntry, fixLines } from './advice.ts';
import { entry } from './entry.ts';

const INDENT = 2;
const GAP = 2;
/** Below this many cells a sign gets a line of its own. */
const LEAST_SIGN = 24;
/** With so few meanings the first one is told in full. */
const FEW = 2;

/** A status on one screen: a line a meaning, grouped by what tells them apart, then what decides. */
export function renderStatusScreen(page: Meanings, theme: Theme): string {
  const { rows, groups } = page;
  const isAlone = rows.length === 1 && groups.flatMap((group) => group.rows).length <= FEW;
  const [only] = isAlone ? rows : [];
  const isOne = only !== undefined;
  return joinBlocks([
    [...titleLines(page, theme), ...leadLines(page, theme)],
    givenLines(page, theme),
    ...(isOne
      ? singleBlocks(only, page, theme)
      : [groups.flatMap((group) => groupLines(group, page, theme))]),
    [
      ...othersLines(page, theme),
      ...(isOne ? [] : decidingLines(page, theme)),
      ...commandEntry(theme, 'More', moreOf(page)),
    ],
  ]);
}

function titleLines({ heading, groups, given }: Meanings, theme: Theme): string[] {
  const all = groups.flatMap(({ rows }) => rows).length;
  const number = given.length === 0 ? count(all, 'meaning') : `${count(all, 'meaning')} left`;
  return wrap(theme, [{ text: heading, style: 'title' }, `: ${number}`], pageWidth(theme));
}

function leadLines({ lead }: Meanings, theme: Theme): string[] {
  return lead === null ? [] : wrap(theme, [{ text: lead, style: 'muted' }], pageWidth(theme));
}

function givenLines({ given, remarks, excluded }: Meanings, theme: Theme): string[] {
  const facts = given.map(([name, value]) => factPhrase(name, value)).join('; ');
  const out = excluded.length === 0 ? '' : `rules out ${count(excluded.length, 'meaning')}`;
  return [
    ...entry(theme, 'given', [[facts, out].filter((part) => part !== '').join('; ')]),
    ...remarks.flatMap((remark) => entry(theme, 'note', [remark])),
  ];
}

/** The heading of a group and its meanings, their signs in one column. */
function groupLines(
  { by, rows, alone }: Meanings['groups'][number],
  page: Meanings,
  theme: Theme,
): string[] {
  const width = pageWidth(theme);
  const names = page.groups.flatMap((group) => group.rows.map(({ cause }) => cellWidth(cause)));
  const column = Math.max(...names) + GAP;
  const room = width - INDENT - column;
  if (alone !== undefined && rows.length > 1 && page.given.length === 0) {
    return wrap(theme, [{ text: by, style: 'label' }, `, ${rows.length} more: ${alone}`], width);
  }
  return [
    ...wrap(theme, [{ text: by, style: 'label' }], width),
    ...rows.flatMap(({ cause, sign }) => {
      const mark = markOf(cause, page, theme);
      if (room < LEAST_SIGN) {
        const below = wrap(theme, [sign], width - INDENT * 2);
        return [
          ...indented(
            wrap(theme, [{ text: cause, style: 'strong' }, mark], width - INDENT),
            INDENT,
          ),
          ...indented(below, INDENT * 2),
        ];
      }
      const [first = '', ...rest] = wrap(theme, [clauseOf(sign, room, theme), mark], room);
      const head = theme.style.strong(plainText(theme, cause));
      const gap = padCells(cause, column).slice(cause.length);
      return [`  ${head}${gap}${first}`, ...rest.map((line) => ' '.repeat(INDENT + column) + line)];
    }),
  ];
}

function markOf(cause: string, { rows }: Meanings, theme: Theme): string {
  const certainty = rows.find((row) => row.cause === cause)?.certainty;
  return certainty === undefined || certainty === 'possible'
    ? ''
    : `  ${theme.glyph.match} ${certainty}`;
}

/** A sign that is too long for its line ends where a clause ends, outside quotes. */
function clauseOf(sign: string, room: number, theme: Theme): string {
  if (cellWidth(plainText(theme, sign)) <= room) return sign;
  const ends = [...sign.matchAll(/[,;:](?= )| \(/g)]
    .map(({ index }) => index)
    .filter((index) => isOutsideQuotes(sign, index) && index <= room);
  const end = ends.at(-1);
  return end === undefined ? sign : sign.slice(0, end);
}

function isOutsideQuotes(text: string, index: number): boolean {
  const before = text.slice(0, index);
  return (
    (before.match(/"/g) ?? []).length % 2 === 0 &&
    before.lastIndexOf('(') <= before.lastIndexOf(')')
  );
}

/** The only meaning there is needs no telling apart: what it means and what to do. */
function singleBlocks(
  found: Diagnosis,
  { groups }: Meanings,
  theme: Theme,
): readonly (readonly string[])[] {
  const { title, cause, meaning } = found;
  const width = pageWidth(theme);
  return [
    [
      ...wrap(
        theme,
        [{ text: title, style: 'strong' }, '  ', { text: cause, style: 'muted', solid: true }],
        width,
        INDENT,
      ),
      ...wrap(theme, [meaning], width),
    ],
    groups
      .flatMap((group) => group.rows)
      .filter((row) => row.cause !== cause)
      .flatMap((row) =>
        entry(theme, 'or', [`${row.sign}  `, { text: row.cause, style: 'muted', solid: true }], {
          hang: 2,
        }),
      ),
    [...fixLines(found, theme), ...checkLines(found, theme)],
  ];
}

/** As many of the statuses it is mistaken for as fit on a line. */
function othersLines({ others, status }: Meanings, theme: Theme): string[] {
  const width = pageWidth(theme);
  const texts = others.map((other) => `${other.status} ${uncapital(other.text)}`);
  const lineOf = (count: number) =>
    wrap(
      theme,
      [{ text: `Not ${status}: ${texts.slice(0, count).join('; ')}.`, style: 'muted' }],
      width,
      INDENT,
    );
  const fitting = texts.filter((_, at) => lineOf(at + 1).length === 1).length;
  return texts.length === 0 ? [] : lineOf(Math.max(1, fitting));
}

function uncapital(text: string): string {
  return (text.charAt(0).toLowerCase() + text.slice(1)).replace(/\.$/, '');
}

/** The one command that decides best. */
function decidingLines({ tellApart }: Meanings, theme: Theme): string[] {
  const command = tellApart.find((way) => way.command !== null)?.command ?? null;
  return command === null ? [] : commandEntry(theme, 'Decide', command);
}

function moreOf({ rows, status }: Meanings): string {
  const [first] = rows;
  return first === undefined || rows.length > 1
    ? `lusha-doctor explain ${status} --verbose`
    : `lusha-doctor explain ${first.cause}`;
}
