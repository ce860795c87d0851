import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../src/model/io.ts';
import { done, Timeline, type Step } from '../../../src/probe/wire/timeline.ts';

/** A clock that moves only when somebody sleeps: a sleep takes its time at once. */
function sleepyClock(): Clock & { readonly asked: number[]; pass(ms: number): void } {
  let time = 0;
  const asked: number[] = [];
  return {
    asked,
    pass: (ms) => {
      time += ms;
    },
    now: () => time,
    elapsed: () => time,
    sleep: async (ms) => {
      asked.push(ms);
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
      time += ms;
    },
  };
}

const never = () => new Promise<Step<never>>(() => {});

describe('Timeline', () => {
  it('times phases one after the other', async () => {
    const clock = sleepyClock();
    const timeline = new Timeline({ clock, signal: new AbortController().signal, timeoutMs: 1000 });
    for (const [phase, ms] of [
      ['dns', 5],
      ['tcp', 20],
    ] as const) {
      const step = await timeline.run({ phase }, () => {
        clock.pass(ms);
        return Promise.resolve(done(phase));
      });
      expect(step).toEqual({ ok: true, value: phase });
    }
    expect(timeline.phases).toEqual([
      { phase: 'dns', startMs: 0, durationMs: 5, outcome: 'done' },
      { phase: 'tcp', startMs: 5, durationMs: 20, outcome: 'done' },
    ]);
  });

  it.each([
    ['its own limit', { timeoutMs: 1000, phaseMs: { tcp: 50 } }, 50],
    ['the limit of the exchange', { timeoutMs: 40, phaseMs: { tcp: 50 } }, 40],
    ['the limit of the exchange, without one of its own', { timeoutMs: 40 }, 40],
  ])('ends a phase at %s', async (_which, limits, ms) => {
    const clock = sleepyClock();
    const timeline = new Timeline({ clock, signal: new AbortController().signal, ...limits });
    const step = await timeline.run({ phase: 'tcp' }, never);
    expect(step).toMatchObject({ ok: false, failure: { kind: 'connection-timeout' } });
    expect(timeline.phases).toEqual([
      { phase: 'tcp', startMs: 0, durationMs: ms, outcome: 'failed' },
    ]);
  });

  it('gives a phase no more than what earlier ones left', async () => {
    const clock = sleepyClock();
    const timeline = new Timeline({ clock, signal: new AbortController().signal, timeoutMs: 100 });
    await timeline.run({ phase: 'dns' }, () => {
      clock.pass(70);
      return Promise.resolve(done(0));
    });
    await timeline.run({ phase: 'tcp' }, never);
    expect(clock.asked).toEqual([100, 30]);
  });

  it('turns what is thrown, at once or later, into the failure of the phase', async () => {
    const clock = sleepyClock();
    const timeline = new Timeline({ clock, signal: new AbortController().signal, timeoutMs: 100 });
    const refused = Object.assign(new Error('no'), { code: 'ECONNREFUSED' });
    const sooner = timeline.run({ phase: 'tcp' }, () => {
      throw refused;
    });
    const later = timeline.run({ phase: 'tcp' }, () => Promise.reject(refused));
    for (const step of [await sooner, await later]) {
      expect(step).toMatchObject({ ok: false, failure: { kind: 'connection-refused' } });
    }
  });

  it('starts no work once the signal has fired', async () => {
    const clock = sleepyClock();
    const timeline = new Timeline({ clock, signal: AbortSignal.abort('SIGINT'), timeoutMs: 100 });
    let started = false;
    const step = await timeline.run({ phase: 'dns' }, () => {
      started = true;
      return never();
    });
    expect(step).toMatchObject({ ok: false, failure: { kind: 'interrupted', code: 'SIGINT' } });
    expect(started).toBe(false);
  });
});
