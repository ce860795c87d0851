import type { ExchangeSummary } from '../../model/report.ts';
import { padCells } from '../text/cells.ts';
import { duration } from '../format.ts';
import { bodyWidth, labelled, pairs } from '../text/layout.ts';
import type { Theme } from '../text/theme.ts';
import { wrap } from '../text/wrap.ts';

/** The width of the longest phase name, `proxy`. */
const NAME_CELLS = 5;
const TIME_CELLS = 8;
const NOTE = ' failed';
/** More would only stretch the picture. */
const MOST_BAR_CELLS = 50;

/** One exchange: what was asked, who answered, and where the time went. */
export function exchangeLines(exchange: ExchangeSummary, theme: Theme): string[] {
  const { request, status, failure, answeredBy, requestId, peer, tls, proxy } = exchange;
  const width = bodyWidth(theme);
  const outcome = status === null ? (failure ?? 'no answer') : `${status}`;
  const rows = [
    ['answered by', answeredBy],
    ['request id', requestId],
    ['failure', status === null ? null : failure],
    ['peer', peer],
    ['tls', tls],
    ['proxy', proxy],
  ] as const;
  const stated = rows.flatMap(([name, value]) =>
    value === null ? [] : [[name, [value]] as const],
  );
  return [
    ...labelled(theme, 'REQUEST', [
      ...wrap(
        theme,
        [{ text: request, style: 'path' }, ` ${theme.glyph.arrow} ${outcome}`],
        width,
        2,
      ),
      ...pairs(theme, stated, width),
    ]),
    ...labelled(theme, 'TIMING', timingLines(exchange, theme, width)),
  ];
}

/** A waterfall: each phase starts where the one before it ended. */
function timingLines({ timings, totalMs }: ExchangeSummary, theme: Theme, width: number): string[] {
  const scale = Math.max(
    totalMs,
    timings.reduce((sum, { ms }) => sum + ms, 0),
  );
  const cells = Math.min(MOST_BAR_CELLS, width - NAME_CELLS - TIME_CELLS - 3 - NOTE.length);
  let before = 0;
  const rows = timings.flatMap(({ phase, ms, ok }) => {
    const from = Math.min(cells - 1, scale > 0 ? Math.floor((before / scale) * cells) : 0);
    const length = Math.max(1, scale > 0 ? Math.round((ms / scale) * cells) : 0);
    before += ms;
    return wrap(
      theme,
      [
        { text: padCells(phase, NAME_CELLS), style: 'muted', solid: true },
        { text: ` ${duration(ms).padStart(TIME_CELLS)}  `, solid: true },
        {
          text: ' '.repeat(from) + theme.glyph.barFull.repeat(Math.min(length, cells - from)),
          style: ok ? 'ok' : 'fail',
          solid: true,
        },
        { text: ok ? '' : NOTE, style: 'fail', solid: true },
      ],
      width,
    );
  });
  const total = `${padCells('total', NAME_CELLS)} ${duration(totalMs).padStart(TIME_CELLS)}`;
  return rows.length === 0
    ? []
    : [...rows, ...wrap(theme, [{ text: total, style: 'muted', solid: true }], width)];
}
