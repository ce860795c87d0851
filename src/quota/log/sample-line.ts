import { countOf, listOf, objectOf, parseJson, textOf, type JsonObject } from '../../model/json.ts';
import type { Provenance } from '../../model/report.ts';
import {
  SAMPLE_SOURCES,
  WATCHED_WINDOWS,
  type CallResult,
  type Figure,
  type Sample,
  type WindowReading,
} from '../../model/watch.ts';

const VERSION = 1;
const SOURCES: readonly Provenance[] = ['header', 'body', 'message', 'inferred'];
const LONGEST_TEXT = 300;
const MOST_ODDITIES = 20;

/** A sample as one line of a record, without its line end. */
export function lineOfSample(sample: Sample): string {
  const { at, ...rest } = sample;
  return JSON.stringify({ v: VERSION, at: new Date(at).toISOString(), ...rest });
}

/** The sample of a record's line; null for anything else, a line torn in the middle included. */
export function sampleOfLine(line: string): Sample | null {
  const json = objectOf(parseJson(line));
  if (json === null || json.v !== VERSION) return null;
  const at = Date.parse(textOf(json.at) ?? '');
  const source = SAMPLE_SOURCES.find((one) => one === json.source);
  if (Number.isNaN(at) || source === undefined) return null;
  return {
    at,
    source,
    windows: (listOf(json.windows) ?? []).flatMap(windowOf),
    credits: creditsOf(objectOf(json.credits)),
    plan: shortText(json.plan),
    call: callOf(objectOf(json.call)),
    retryAt: countOf(json.retryAt),
    oddities: (listOf(json.oddities) ?? [])
      .slice(0, MOST_ODDITIES)
      .flatMap((text) => shortText(text) ?? []),
  };
}

function windowOf(value: unknown): readonly WindowReading[] {
  const stated = objectOf(value);
  const name = WATCHED_WINDOWS.find((one) => one === stated?.name);
  if (stated === null || name === undefined) return [];
  const { limit, used, left, resetsAt } = stated;
  return [
    {
      name,
      limit: figureOf(limit),
      used: figureOf(used),
      left: figureOf(left),
      resetsAt: figureOf(resetsAt),
    },
  ];
}

function figureOf(stated: unknown): Figure | null {
  const figure = objectOf(stated);
  const value = countOf(figure?.value);
  const source = SOURCES.find((one) => one === figure?.source);
  return value === null || source === undefined ? null : { value, source };
}

function creditsOf(stated: JsonObject | null): Sample['credits'] {
  if (stated === null) return null;
  return { total: countOf(stated.total), used: countOf(stated.used), left: countOf(stated.left) };
}

function callOf(stated: JsonObject | null): CallResult | null {
  const endpoint = shortText(stated?.endpoint);
  if (stated === null || endpoint === null) return null;
  return {
    status: countOf(stated.status),
    endpoint,
    cause: shortText(stated.cause),
    title: shortText(stated.title),
  };
}

function shortText(value: unknown): string | null {
  return textOf(value)?.slice(0, LONGEST_TEXT) ?? null;
}
