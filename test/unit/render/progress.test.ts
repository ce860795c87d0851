import { afterEach, describe, expect, it } from 'vitest';
import { startProgress, type Progress } from '../../../src/render/live/progress.ts';
import type { Output } from '../../../src/model/io.ts';

const HIDE = '\u001B[?25l';
const SHOW = '\u001B[?25h';

function recorder(terminal: Partial<Output> = {}) {
  const written: string[] = [];
  const output: Output = {
    write: (text) => void written.push(text),
    isTTY: true,
    columns: 80,
    colorDepth: 8,
    ...terminal,
  };
  return { output, text: () => written.join('') };
}

let running: Progress | undefined;
afterEach(() => running?.stop());

describe('progress', () => {
  it.each([
    ['into a pipe', { isTTY: false, columns: 0 }, true],
    ['into a pipe of known width', { isTTY: false, columns: 80 }, true],
    ['on a terminal of 0 columns, where ora 9.4.1 never returns', { columns: 0 }, true],
    ['when it is switched off', {}, false],
  ])('writes nothing %s', async (_, terminal, enabled) => {
    const { output, text } = recorder(terminal);
    running = await startProgress(output, enabled, 'asking');
    running.update('still asking');
    running.stop();
    expect(text()).toBe('');
  });

  it('shows its text with the cursor hidden, and leaves an empty line with the cursor back', async () => {
    const { output, text } = recorder();
    running = await startProgress(output, true, 'asking api.example');
    expect(text()).toContain('| asking api.example');
    expect(text()).toContain(HIDE);
    running.stop();
    expect(text().endsWith(`\u001B[1G\u001B[0K${SHOW}`)).toBe(true);
    const length = text().length;
    running.stop();
    expect(text()).toHaveLength(length);
  });

  it('keeps hostile and overlong text on its line', async () => {
    const { output, text } = recorder({ columns: 20 });
    running = await startProgress(output, true, `\u001B[2J${'x'.repeat(100)}`);
    expect(text()).toContain(`| ^[[2J${'x'.repeat(12)}`);
    expect(text()).not.toContain('x'.repeat(13));
  });

  it('survives a terminal that shrinks to nothing while it runs', async () => {
    let columns = 80;
    const { output, text } = recorder();
    const shrinking = {
      ...output,
      get columns() {
        return columns;
      },
    };
    running = await startProgress(shrinking, true, 'asking');
    columns = 0;
    running.update('still asking');
    running.stop();
    expect(text().length).toBeLessThan(2_000);
    expect(text().endsWith(SHOW)).toBe(true);
  });
});
