import type { Sample, WatchEnd, WatchEvent, WatchView, WindowOutlook } from '../../model/watch.ts';
import { distance } from '../format.ts';
import { escapeHostile, sanitizeLine } from '../../redact/sanitize.ts';
import type { Theme } from '../text/theme.ts';
import { clockTime, isoSeconds, shortSpan } from './moment.ts';
import { paceWord } from './window-rows.ts';

/** One line for a log: every window with its figures as `name=value`. */
export function logLine(view: WatchView, sample: Sample): string {
  const windows = view.windows.map((window) =>
    [
      window.name,
      `left=${figures(window)}`,
      `pace=${window.pace.replace(' ', '-')}`,
      ...(window.runsOutAt === null ? [] : [`out=${isoSeconds(window.runsOutAt).slice(11)}`]),
      ...(window.resetsAt === null
        ? []
        : [`resets=${isoSeconds(window.resetsAt.value)}`, `reset-src=${window.resetsAt.source}`]),
      `src=${window.left?.source ?? window.limit?.source ?? 'none'}`,
    ].join(' '),
  );
  const { call } = sample;
  const failed =
    call === null || call.cause === null
      ? []
      : [`call=${call.status ?? 'none'} cause=${call.cause}`];
  const parts = [...windows, ...failed];
  return sanitizeLine(
    `${isoSeconds(sample.at)} ${parts.length > 0 ? parts.join(' | ') : 'no figures'}`,
  );
}

function figures({ left, limit }: WindowOutlook): string {
  return `${left?.value ?? '?'}${limit === null ? '' : `/${limit.value}`}`;
}

/** An event between the lines of a log. */
export function eventLine({ at, kind, text }: WatchEvent): string {
  return sanitizeLine(`${isoSeconds(at)} ${kind.toUpperCase()} ${text}`);
}

/** One short line for a status bar: the binding window first. */
export function compactLine(view: WatchView, theme: Theme): string {
  if (view.windows.length === 0) {
    const why = view.trouble === null ? 'no figures' : (view.trouble.cause ?? 'failed');
    return `L: ${sanitizeLine(why)}`;
  }
  const parts = view.windows.map((window) => {
    const { name, pace, runsOutAt, resetsAt } = window;
    const letter = name === 'month' ? 'mo' : name.charAt(0);
    const until =
      pace === 'empty' && resetsAt !== null
        ? ` ${shortSpan(resetsAt.value - view.now)}`
        : runsOutAt === null
          ? ''
          : ` ${shortSpan(runsOutAt - view.now)}`;
    const word = pace === 'unknown' ? '' : ` ${pace === 'cool' ? 'ok' : paceWord(pace)}`;
    return `${letter} ${figures(window)}${word}${until}`;
  });
  return `L: ${parts.join(theme.glyph.separator)}`;
}

/** A sample in sentences, for being read aloud. */
export function spokenLine(view: WatchView, sample: Sample): string {
  const time = isoSeconds(sample.at).slice(11, 19);
  const windows = view.windows.map((window) => `${spokenWindow(window, view.now)}.`);
  const { call } = sample;
  const failed =
    call === null || call.cause === null ? [] : [`Call failed: ${call.title ?? call.cause}.`];
  const said = [...failed, ...windows];
  return sanitizeLine(`${time}. ${said.length > 0 ? said.join(' ') : 'No figures.'}`);
}

function spokenWindow(
  { name, left, limit, pace, runsOutAt, resetsAt }: WindowOutlook,
  now: number,
) {
  const of = limit === null ? '' : ` of ${limit.value}`;
  const amount = left === null ? 'left not stated' : `${left.value}${of} left`;
  const heading =
    runsOutAt === null ? `pace ${pace}` : `runs out at ${clockTime(runsOutAt, now)}, pace ${pace}`;
  const reset = resetsAt === null ? 'reset not known' : `resets ${distance(resetsAt.value - now)}`;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${amount}, ${heading}, ${reset}`;
}

/** A sample and what follows from it, as one line of JSON. Times are ISO. */
export function jsonLine(view: WatchView, sample: Sample, events: readonly WatchEvent[]): string {
  return oneLine({
    type: 'sample',
    at: isoSeconds(sample.at),
    source: sample.source,
    call: sample.call,
    windows: view.windows.map(({ resetsAt, runsOutAt, ...window }) => ({
      ...window,
      resetsAt: resetsAt === null ? null : { ...resetsAt, value: isoSeconds(resetsAt.value) },
      runsOutAt: runsOutAt === null ? null : isoSeconds(runsOutAt),
    })),
    binds: view.binds,
    rates: view.rates,
    credits: view.credits,
    plan: view.plan,
    own: view.own,
    events: events.map(({ at, ...event }) => ({ at: isoSeconds(at), ...event })),
    oddities: sample.oddities,
  });
}

/** How the watch ended, as the last line of JSON. */
export function jsonEnd({ releaseAt, ...end }: WatchEnd): string {
  return oneLine({
    type: 'end',
    ...end,
    releaseAt: releaseAt === null ? null : isoSeconds(releaseAt),
  });
}

function oneLine(document: object): string {
  return escapeHostile(JSON.stringify(document)).replaceAll('\n', ' ');
}
