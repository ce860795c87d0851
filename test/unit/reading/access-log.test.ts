import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../src/evidence/facts.ts';
import { accessLineOf, accessLog, entryOfAccess } from '../../../src/reading/forms/access-log.ts';
import { logfmt } from '../../../src/reading/forms/logfmt.ts';
import { headerLineIn, tableRow } from '../../../src/reading/forms/table-row.ts';

const pasteOf = (text: string) => ({ text, lines: text.split('\n') });
const seen = (text: string) =>
  (tableRow.read(pasteOf(text)) ?? []).map(({ exchange, facts }) => ({
    status: exchange.response?.status,
    url: `${exchange.request?.origin ?? ''}${exchange.request?.path ?? ''}`,
    body: exchange.response?.body.text ?? '',
    message: facts.message?.value,
  }));

describe('a line of an access log', () => {
  it.each([
    [
      '2026-11-23 14:00:01 10.0.0.4 POST /v3/contacts/search - 443 - 10.0.0.9 axios - 200 0 0 429',
      200,
    ],
    [
      '2026-11-23 14:00:01 10.0.0.4 POST /v3/contacts/search - 443 - 10.0.0.9 axios - 401 0 0 429',
      401,
    ],
    ['10.0.0.4 - - [x] "POST /v3/contacts/search HTTP/1.1" 402 512 "-" "axios"', 402],
    ['23.11.2026 14:00:01;POST;https://api.lusha.com/v3/contacts/enrich;402;503;x', 402],
    ['2026-11-23T14:00:01Z\tPOST\tapi.lusha.com\t/v3/contacts/search\t429\t420\t504', 429],
    ['"2026-11-23","POST","/v3/contacts/search","500","420"', 500],
  ])('%j has the status %i', (line, status) => {
    expect(accessLineOf(line)?.status).toBe(status);
  });

  const ENVOY = (status: number, flags: string) =>
    `[2026-11-23T14:00:01Z] "POST /v3/contacts/enrich HTTP/1.1" ${status} ${flags} - "-" 5 4 - "api.lusha.com"`;
  const HAPROXY = (server: string, state: string) =>
    `haproxy[1]: 10.0.0.4:5 [x] in~ lusha/${server} 0/0/4/401/429 503 512 - - ${state} 5/4/3/2/0 0/0 "POST /v3/contacts/search HTTP/1.1"`;

  it.each([
    [ENVOY(503, 'UF,URX'), 'proxy', undefined],
    [ENVOY(503, 'NR'), 'proxy', undefined],
    [ENVOY(429, 'RL'), 'proxy', undefined],
    [ENVOY(504, 'UT'), 'nobody', 'headers-timeout'],
    [ENVOY(503, 'UC'), 'nobody', 'connection-closed'],
    [ENVOY(503, 'URX'), undefined, undefined],
    [ENVOY(503, '-'), undefined, undefined],
    [HAPROXY('<NOSRV>', 'SC--'), 'proxy', undefined],
    [HAPROXY('api1', 'sC--'), 'proxy', undefined],
    [HAPROXY('api1', 'PR--'), 'proxy', undefined],
    [HAPROXY('api1', 'sH--'), 'nobody', 'headers-timeout'],
    [HAPROXY('api1', '----'), undefined, undefined],
  ])('%j was answered by %s', (line, answeredBy, failure) => {
    const call = accessLineOf(line);
    const entry = call === null ? null : entryOfAccess(call);
    const facts = entry === null ? {} : factsOf(entry.exchange, { extra: entry.facts });
    expect(facts.answeredBy?.value).toBe(answeredBy);
    expect(facts.failure?.value).toBe(failure);
  });
});

describe('a table', () => {
  it('is read by the names of its columns', () => {
    expect(seen('time,ms,status,url\nx,503,429,https://api.lusha.com/v3/contacts/search')).toEqual([
      {
        status: 429,
        url: 'https://api.lusha.com/v3/contacts/search',
        body: '',
        message: undefined,
      },
    ]);
    expect(seen('zeit;status;methode;url\nx;402;POST;/v2/person')[0]?.status).toBe(402);
    expect(seen('time\thost\tpath\tstatus\nx\tapi.lusha.com\t/v2/person\t401')[0]).toMatchObject({
      status: 401,
      url: 'https://api.lusha.com/v2/person',
    });
  });

  it('may quote its cells, with quotes in them and line breaks', () => {
    const [row, next] = seen(
      'time,url,status,message\nx,/v3/x,429,"{""statusCode"":429,\n""message"":""Daily API quota limit exceeded""}"\ny,/v3/y,500,Internal failure of it',
    );
    expect(row?.body).toContain('Daily API quota');
    expect(next).toMatchObject({ status: 500, message: 'Internal failure of it' });
  });

  it('may be a W3C log, whose columns can change on the way', () => {
    const text = [
      '#Software: Microsoft Internet Information Services 10.0',
      '#Fields: date time cs-method cs-uri-stem s-port cs-host sc-status time-taken',
      '2026-11-23 14:00:01 POST /v3/contacts/search 443 api.lusha.com 200 429',
      '#Fields: date time s-port sc-status cs-uri-stem cs(Host)',
      '2026-11-23 14:00:01 443 402 /v3/contacts/search api.lusha.com',
    ].join('\n');
    expect(seen(text).map(({ status }) => status)).toEqual([200, 402]);
    expect(headerLineIn(text)).toMatch(/^#Fields: date time cs-method/);
  });

  it.each([
    'a, b, c\n1, 2, 3',
    'status ok, error none, message sent\n429, 500, 503',
    '2026-11-23,429,url\nx,429,y',
    'just text\nwith 429 in it',
    'status,url,host',
  ])('is not seen in %j', (text) => {
    expect(tableRow.read(pasteOf(text))).toBeNull();
  });

  it('is read where it was pasted whole', () => {
    const entries = accessLog.read(pasteOf('time,status,url\nx,429,/v3/x\ny,200,/v3/x'));
    expect(entries?.map(({ exchange }) => exchange.response?.status)).toEqual([429, 200]);
  });
});

describe('a logfmt line', () => {
  it.each([
    'level=error status=429 url=https://api.lusha.com/v3/x body={"statusCode":429,"message":"Daily API quota limit exceeded"}',
    String.raw`level=error status=429 body="{\"statusCode\":429,\"message\":\"Daily API quota limit exceeded\"}"`,
    'level=error body={"statusCode":429,"message":"Daily API quota limit exceeded"} status=429 ms=503',
  ])('%j keeps the body', (line) => {
    const [entry] = logfmt.read(pasteOf(line)) ?? [];
    expect(entry?.exchange.response?.status).toBe(429);
    expect(entry?.exchange.response?.body.text).toContain('Daily API quota limit exceeded');
  });
});
