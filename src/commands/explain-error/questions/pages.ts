import { CAUSES } from '../../../knowledge/catalogue.ts';
import { statusesOf } from '../../../knowledge/cause-statuses.ts';
import { CONTRADICTIONS } from '../../../knowledge/contradictions.ts';
import { ENDPOINTS } from '../../../knowledge/endpoints.ts';
import { GLOSSARY } from '../../../knowledge/glossary.ts';
import { PLANS } from '../../../knowledge/plans.ts';
import { ASKED_ABOUT_CAUSES } from '../../../knowledge/questions/about-causes.ts';
import {
  ASKED_ABOUT_CONFLICTS,
  ASKED_ABOUT_ENDPOINTS,
  ASKED_ABOUT_PLANS,
  ASKED_ABOUT_TOPICS,
} from '../../../knowledge/questions/about-pages.ts';
import { STATUSES } from '../../../knowledge/statuses.ts';
import { FACT_TOPICS } from '../../../knowledge/topics.ts';
import type { Cause, Pattern } from '../../../model/cause.ts';
import type { Endpoint } from '../../../model/endpoint.ts';
import type { FoundRow } from '../../../render/pages/search-results.ts';
import { TOPICS } from '../pages/look-up/topics.ts';

/** A page as the index reads it. */
export interface IndexedPage {
  readonly row: FoundRow;
  /** The words it is asked for with. */
  readonly names: string;
  /** What it is called and about. */
  readonly title: string;
  /** How people ask about it, each way for itself. */
  readonly asked: readonly string[];
  /** What else it says. */
  readonly text: string;
}

/** Every page there is. */
export function indexedPages(): readonly IndexedPage[] {
  return [
    ...FACT_TOPICS.map(({ id, title, about, answer, facts, asked }) => ({
      row: row('topic', id, title),
      names: id,
      title: `${title} ${about}`,
      asked: waysIn(asked),
      text: [...answer, ...facts].map(({ text }) => text).join('\n'),
    })),
    ...tablePages(),
    ...CAUSES.map(ofCause),
    ...CONTRADICTIONS.map(({ id, topic, statements, action }) => ({
      row: row('conflict', id, `Sources disagree: ${topic}`),
      names: id,
      title: topic,
      asked: askedIn(ASKED_ABOUT_CONFLICTS, id),
      text: `${statements.map(({ text }) => text).join('\n')}\n${action}`,
    })),
    ...PLANS.map(({ id, name, aliases, note }) => ({
      row: row('plan', id, `Plan ${name}`),
      names: aliases.join(' '),
      title: `plan ${name}`,
      asked: askedIn(ASKED_ABOUT_PLANS, id),
      text: note,
    })),
    ...STATUSES.map(({ status, name, meaning, commonCause }) => ({
      row: row('status', String(status), `${status}: ${meaning}`),
      names: String(status),
      title: name,
      asked: [`what does ${status} mean`, `why do I get ${status}`],
      text: `${meaning}. ${commonCause.text}`,
    })),
    ...GLOSSARY.map(({ term, also, text }) => ({
      row: row('term', term, `What ${term} means`),
      names: `${term} ${also.join(' ')}`,
      title: '',
      asked: [`what is the meaning of ${term}`],
      text,
    })),
    ...ENDPOINTS.filter(isThere).map(({ id, method, path, purpose, hint = '' }) => ({
      row: row('endpoint', id, `${method} ${path}: ${purpose}`),
      names: id,
      title: purpose,
      asked: askedIn(ASKED_ABOUT_ENDPOINTS, id),
      text: `${path} ${hint}`,
    })),
  ];
}

/** The pages that are made of tables. */
function tablePages(): readonly IndexedPage[] {
  return Object.entries(TOPICS)
    .filter(([name]) => name !== 'limits')
    .map(([name, page]) => {
      const { title, subtitle, sections } = page();
      const lines = sections.flatMap((section) => section.lines);
      const text = lines.map((line) => `${line.name ?? ''} ${line.text}`).join('\n');
      return {
        row: row('topic', name, title),
        names: name === 'plans' ? 'plans limits' : name,
        title: `${title} ${subtitle}`,
        asked: askedIn(ASKED_ABOUT_TOPICS, name),
        // A list of everything fits any question.
        text: ['statuses', 'endpoints', 'sources'].includes(name) ? '' : text,
      };
    });
}

function ofCause(cause: Cause): IndexedPage {
  const { id, layer, title, tell, meaning, when, signs } = cause;
  const messages = [...when, ...signs.map(({ facts }) => facts)].flatMap(messageOf);
  return {
    row: { kind: 'cause', id, layer, title },
    names: id,
    title: `${title} ${statusesOf(cause).join(' ')}`,
    asked: [...askedIn(ASKED_ABOUT_CAUSES, id), ...messages],
    text: `${tell}\n${meaning}`,
  };
}

/** The words of the message that a pattern asks for. */
function messageOf({ message }: Pattern): readonly string[] {
  if (!(message instanceof RegExp)) return [];
  return [message.source.replaceAll(/\\[a-zA-Z]|[^\p{L}' ]/gu, ' ')];
}

/** Nobody asks about a path that was never there; its own page is found by its name. */
function isThere({ state }: Endpoint): boolean {
  return ['current', 'beta'].includes(state);
}

function row(kind: FoundRow['kind'], id: string, title: string): FoundRow {
  return { kind, id, layer: null, title };
}

function askedIn(
  table: Readonly<Record<string, readonly string[]>>,
  id: string,
): readonly string[] {
  return Object.hasOwn(table, id) ? waysIn(table[id] ?? []) : [];
}

/** A line of the data holds several ways of asking, with commas between them. */
function waysIn(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(','));
}
