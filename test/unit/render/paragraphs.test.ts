import { expect, it } from 'vitest';
import { pageOf } from '../../../src/diagnosis/diagnose.ts';
import { CAUSES } from '../../../src/knowledge/catalogue.ts';
import { wholeSentences } from '../../../src/render/screen/sentences.ts';
import { createTheme } from '../../../src/render/text/theme.ts';
import { wrap } from '../../../src/render/text/wrap.ts';

const COLUMNS = 80;
/** What stands beside a label. */
const ENTRY = 72;
const theme = await createTheme({ level: 0, ascii: false, width: COLUMNS });

it.each(CAUSES.map((cause) => [cause.id, cause] as const))(
  '%s has no paragraph of more than three lines',
  (_id, cause) => {
    const { meaning, fixes } = pageOf(cause);
    expect(wholeSentences(meaning, COLUMNS, theme).length).toBeLessThanOrEqual(3);
    const long = fixes.filter(({ text }) => wrap(theme, [text], ENTRY).length > 3);
    expect(long.map(({ text }) => text)).toEqual([]);
  },
);
