import { itemErrorsOf } from '../../evidence/body/item-errors.ts';
import { objectOf, objectsIn, parseJson } from '../../model/json.ts';
import type { Check } from '../../model/report.ts';
import { windowsOf, type AccountReading } from '../../run/report/account-report.ts';
import type { Answer } from '../../run/client.ts';
import { maskContacts } from '../../redact/contacts.ts';
import { check } from '../../run/report/report-builder.ts';

/** Credits and windows before and after a call, as far as anybody says. */
export function spentChecks(before: AccountReading | null, answer: Answer): readonly Check[] {
  return [...creditsChecks(before, answer), ...windowsChecks(before, answer)];
}

function creditsChecks(before: AccountReading | null, { facts }: Answer): readonly Check[] {
  const charged = facts.creditsCharged?.value;
  const had = before?.account.credits?.left ?? null;
  if (charged === undefined && had === null) return [];
  const words = [
    had === null ? '' : `${had} before`,
    charged === undefined ? 'the answer does not say what it charged' : `${charged} charged`,
    had === null || charged === undefined ? '' : `so ${had - charged} after`,
  ].filter((word) => word !== '');
  return [
    check('credits', 'account', 'ok', words.join(', '), {
      evidence: { before: had, charged: charged ?? null },
    }),
  ];
}

function windowsChecks(before: AccountReading | null, answer: Answer): readonly Check[] {
  if (before === null) return [];
  const after = windowsOf(answer);
  const lines = before.windows.flatMap(({ name, left }) => {
    const now = after.find((window) => window.name === name)?.left ?? null;
    return left === null || now === null ? [] : [`${name} ${left} before, ${now} after`];
  });
  return lines.length === 0
    ? []
    : [check('quota.requests', 'quota', 'ok', `requests left: ${lines.join('; ')}`)];
}

/** Errors of single items inside an answer that says success: how many, and which. */
export function itemChecks({ exchange, facts }: Answer): readonly Check[] {
  const status = facts.status?.value ?? 0;
  if (facts.itemErrors === undefined || status < 200 || status > 299) return [];
  const body = objectOf(parseJson(exchange.response?.body.text ?? ''));
  const items = body === null ? [] : itemsIn(body);
  const codes = items.flatMap((item) => itemErrorsOf({ results: [item] })).map(maskContacts);
  const words = [...new Set(codes)].map(
    (code) => `${codes.filter((one) => one === code).length} ${code}`,
  );
  if (words.length === 0) return [];
  const summary = `${codes.length} of ${items.length} items failed inside the ${status}: ${words.join(', ')}`;
  return [
    check('items', 'request', 'warn', summary, {
      evidence: { failed: codes.length, items: items.length },
    }),
  ];
}

function itemsIn(body: Readonly<Record<string, unknown>>) {
  const several = ['contacts', 'companies'].flatMap((name) =>
    Object.values(objectOf(body[name]) ?? {}),
  );
  const single = ['contact', 'company'].map((name) => body[name]);
  const items = [...objectsIn(body['results']), ...objectsIn(several), ...objectsIn(single)];
  return items;
}
