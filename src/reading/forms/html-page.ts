import { contentOf } from '../../evidence/body/body-content.ts';
import { answerEntry } from './answer-entry.ts';
import { bodyOfText } from '../matches/body-text.ts';
import type { Recogniser } from '../paste.ts';

/** An HTML page without its head. Error pages say their status in the title. */
export const htmlPage: Recogniser = {
  name: 'html-page',
  read({ text }) {
    const { kind, title } = contentOf(bodyOfText(text), []);
    if (kind !== 'html') return null;
    const status = /^(?:error )?([45]\d{2})\b/i.exec(title ?? '')?.[1];
    return [answerEntry(text, status === undefined ? null : Number(status), undefined)];
  },
};
