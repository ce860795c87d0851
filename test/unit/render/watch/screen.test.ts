import { describe, expect, it } from 'vitest';
import { Screen } from '../../../../src/render/watch/screen.ts';
import { sparkline } from '../../../../src/render/watch/sparkline.ts';
import { wrapStrip } from '../../../../src/render/watch/strip.ts';

function screen() {
  const written: string[] = [];
  return { written, screen: new Screen({ write: (text) => void written.push(text) }) };
}

describe('the screen', () => {
  it('writes only the rows that changed', () => {
    const { screen: view, written } = screen();
    view.draw(['a', 'b', 'c']);
    view.draw(['a', 'B', 'c']);
    view.draw(['a', 'B', 'c']);

    expect(written).toEqual([
      '\u001B[1;1Ha\u001B[K\u001B[2;1Hb\u001B[K\u001B[3;1Hc\u001B[K',
      '\u001B[2;1HB\u001B[K',
    ]);
  });

  it('wipes rows that are gone', () => {
    const { screen: view, written } = screen();
    view.draw(['a', 'b']);
    view.draw(['a']);

    expect(written[1]).toBe('\u001B[2;1H\u001B[K');
  });

  it('draws everything again after a change of size', () => {
    const { screen: view, written } = screen();
    view.draw(['a']);
    view.clear();
    view.draw(['a']);

    expect(written.at(-1)).toBe('\u001B[1;1Ha\u001B[K');
  });
});

it.each([
  [[0, 1, 2, 4], false, '▁▃▅█'],
  [[null, 0, 0], false, ' ▁▁'],
  [[1, 8], true, '.*'],
])('draws %j as a sparkline', (counts, ascii, expected) => {
  expect(sparkline(counts, ascii).replace('#', '*')).toBe(expected);
});

it('wraps a strip between words and keeps the styles', () => {
  const lines = wrapStrip([{ text: 'ALERT  ', style: 'fail' }, 'one two three'], 14, 2);

  const texts = lines.map((line) =>
    line.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join(''),
  );

  expect(texts).toEqual(['ALERT  one two ', '  three']);
  expect(lines[0]?.[0]).toEqual({ text: 'ALERT  ', style: 'fail' });
});
