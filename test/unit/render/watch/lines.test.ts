import { describe, expect, it } from 'vitest';
import type { Sample } from '../../../../src/model/watch.ts';
import { createTheme } from '../../../../src/render/text/theme.ts';
import {
  compactLine,
  eventLine,
  jsonEnd,
  jsonLine,
  logLine,
  spokenLine,
} from '../../../../src/render/watch/lines.ts';
import { BUSY_VIEW, EMPTY_VIEW, VIEW_TIME } from '../../../support/watch-views.ts';

const theme = await createTheme({ level: 0, ascii: true, width: 80 });
const SAMPLE: Sample = {
  at: VIEW_TIME,
  source: 'poll',
  windows: [],
  credits: null,
  plan: null,
  call: BUSY_VIEW.trouble,
  retryAt: null,
  oddities: [],
};

describe('one line a sample', () => {
  it('for a log', () => {
    expect(logLine(BUSY_VIEW, SAMPLE)).toBe(
      '2026-11-23T14:18:05Z ' +
        'minute left=26/50 pace=cool resets=2026-11-23T14:18:26Z reset-src=header src=header | ' +
        'hour left=46/150 pace=hot out=14:30:05Z resets=2026-11-23T15:00:05Z reset-src=inferred src=header | ' +
        'day left=888/1500 pace=on-pace resets=2026-11-23T23:58:05Z reset-src=body src=header | ' +
        'call=403 cause=plan-lacks-endpoint',
    );
    expect(logLine(EMPTY_VIEW, { ...SAMPLE, call: null })).toBe('2026-11-23T14:18:05Z no figures');
  });

  it('for a status bar', () => {
    expect(compactLine(BUSY_VIEW, theme)).toBe(
      'L: m 26/50 ok, h 46/150 HOT 12m, d 888/1500 on pace',
    );
    expect(compactLine(EMPTY_VIEW, theme)).toBe('L: no figures');
  });

  it('to be read aloud', () => {
    expect(spokenLine(BUSY_VIEW, { ...SAMPLE, call: null })).toBe(
      '14:18:05. Minute: 26 of 50 left, pace cool, resets in 21 s. ' +
        'Hour: 46 of 150 left, runs out at 14:30:05, pace hot, resets in 42 min. ' +
        'Day: 888 of 1500 left, pace on pace, resets in 9 h 40 min.',
    );
  });

  it('for an event', () => {
    const event = { at: VIEW_TIME, kind: 'alert', text: 'hour: \u001B[2J' } as const;

    expect(eventLine(event)).toBe('2026-11-23T14:18:05Z ALERT hour: ^[[2J');
  });

  it('for a program', () => {
    const line = jsonLine(BUSY_VIEW, SAMPLE, BUSY_VIEW.events);

    expect(line).not.toMatch(/[\n\u001B]/);
    expect(JSON.parse(line)).toMatchObject({
      type: 'sample',
      at: '2026-11-23T14:18:05Z',
      binds: 'hour',
      windows: [
        { name: 'minute', left: { value: 26, source: 'header' } },
        { name: 'hour', resetsAt: { value: '2026-11-23T15:00:05Z', source: 'inferred' }, jumps: 6 },
        { name: 'day' },
      ],
    });
  });

  it('for a program, at the end', () => {
    const end = {
      exitCode: 6,
      why: 'the time is up',
      releaseAt: VIEW_TIME,
      watchedMs: 1,
      alerts: 0,
      failedCalls: 0,
    };

    expect(JSON.parse(jsonEnd(end))).toEqual({
      ...end,
      type: 'end',
      releaseAt: '2026-11-23T14:18:05Z',
    });
  });
});
