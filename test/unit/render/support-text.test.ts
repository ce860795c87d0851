import { expect, it } from 'vitest';
import { forSomebodyElse, renderSupportText } from '../../../src/render/support-text.ts';
import { createTheme } from '../../../src/render/text/theme.ts';
import type { Diagnosis } from '../../../src/model/diagnosis.ts';
import type { Report } from '../../../src/model/report.ts';
import { SAMPLE_REPORTS } from '../../support/sample-reports.ts';

const theme = await createTheme({ level: 0, ascii: false, width: 0 });
const refused: Report = SAMPLE_REPORTS['check-key-proxy-403'];
const fault: Report = SAMPLE_REPORTS['probe-500-hostile'];

function messageOf(report: Report, change: Partial<Diagnosis> = {}): string {
  const found = forSomebodyElse(report);
  if (found === null) throw new Error('nobody to write to');
  return renderSupportText({ ...found, ...change }, report, theme);
}

it('says who is asked, what fails, when, where and how far it got', () => {
  const text = messageOf(refused).replace(/\s+/g, ' ');
  for (const part of [
    'To the network team',
    'our call GET /v3/account/usage to api.lusha.com:443 got no answer.',
    'The reason: your proxy refuses connections to Lusha.',
    'Proxy http://proxy.corp.example:3128 (HTTPS_PROXY)',
    'dns 3 ms, tcp 5 ms, proxy 12 ms (failed)',
    'Please let this machine reach api.lusha.com:443',
  ]) {
    expect(text).toContain(part);
  }
});

it.each<[string, Report]>([
  ['a network team', refused],
  ['Lusha', fault],
])('to %s keeps to lines of 72 and shows nothing hostile', (_who, report) => {
  const text = messageOf(report);
  expect(text.split('\n').filter((line) => line.length > 72)).toEqual([]);
  expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
  expect(text).not.toContain('::error');
});

it.each([
  ['jane.doe+x@mail.example.com', '(e-mail address)'],
  ['+1 (415) 555-0132', '(telephone number)'],
  ['https://www.linkedin.com/in/jane-doe-123', 'linkedin.com/in/(profile)'],
  ['support@lusha.com', 'support@lusha.com'],
])('shows %s as %s', (contact, shown) => {
  const evidence = [{ fact: 'message', value: `about ${contact}`, seenIn: 'body' }];
  const text = messageOf(fault, { evidence });
  expect(text).toContain(shown);
  if (contact !== shown) expect(text).not.toContain(contact);
});

it.each([
  ['401 of an unknown key', 'check-key-dirty'],
  ['a used-up window', 'probe-429'],
  ['nobody found', 'probe-empty-200'],
  ['all well', 'check-key-pass'],
  ['nothing recognised', 'check-key-undiagnosed'],
] as const)('is for nobody else: %s', (_what, name) => {
  expect(forSomebodyElse(SAMPLE_REPORTS[name])).toBeNull();
});
