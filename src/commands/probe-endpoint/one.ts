import { couldNotCheck } from '../../model/layer.ts';
import { ok, type Result } from '../../model/problem.ts';
import type { Check } from '../../model/report.ts';
import type { Facts } from '../../model/fact.ts';
import { maskedBody, peopleIn } from '../../redact/members.ts';
import { maskEchoes } from '../../redact/names.ts';
import type { Block } from '../../render/sections/block.ts';
import { accountOf, windowsOf, type AccountReading } from '../../run/report/account-report.ts';
import {
  answeredByOf,
  conditionChecks,
  diagnosesToShow,
  exchangeSummary,
  nextStep,
  pathChecks,
  unreachedText,
} from '../../run/report/findings.ts';
import { check, type Outcome } from '../../run/report/report-builder.ts';
import { expectationChecks, isDemanded } from './expectations.ts';
import { localChecks } from './request/local.ts';
import type { ProbeOptions } from './wanted.ts';
import { drawing } from './page.ts';
import { translationBlocks } from './request/preview.ts';
import { readingOf } from './reading.ts';
import { freeProbeOf, type ProbeRequest } from './request/request.ts';
import type { Seen, Session } from './session.ts';
import { withinBudget } from './spending.ts';
import { itemChecks, spentChecks } from './spent.ts';
import { endpointById } from '../../knowledge/look-up/endpoint-lookup.ts';

/** What was learnt of the account before the call in question. */
export interface Before {
  readonly reading: AccountReading | null;
  readonly facts: Facts;
}

const NOTHING: Before = { reading: null, facts: {} };

/**
 * Asks for prices and balance first where credits may be spent, or where a scenario needs it;
 * refuses what would cost more than was allowed.
 */
export async function prepare(
  request: ProbeRequest,
  session: Session,
  calls: number,
): Promise<Result<Before>> {
  const { budget, run } = session;
  const { scenario } = run.target;
  const mayCost = request.kind === 'own' && request.endpoint?.cost.kind !== 'free';
  const wanted = scenario === null ? mayCost && budget.maxCredits > 0 : scenario.with === 'usage';
  const before = wanted ? await askUsage(session) : NOTHING;
  const bounded = withinBudget(request, before.reading?.account.pricing ?? [], budget, calls);
  return bounded.ok ? ok(before) : bounded;
}

async function askUsage(session: Session): Promise<Before> {
  const usage = endpointById('account.usage');
  const request = usage === undefined ? null : freeProbeOf(usage);
  if (request === null) return NOTHING;
  session.run.progress.update('asking for prices and balance');
  const { answer } = await session.send(request);
  const { creditsLeft, plan } = answer.facts;
  return {
    reading: accountOf(answer),
    facts: {
      ...(creditsLeft === undefined ? {} : { creditsLeft }),
      ...(plan === undefined ? {} : { plan }),
    },
  };
}

/** One request and everything its answer says. `extra` are checks about how it was come by. */
export function outcomeOf(
  request: ProbeRequest,
  { answer, findings }: Seen,
  before: Before,
  session: Session,
  options: ProbeOptions,
  extra: readonly Check[] = [],
): Outcome {
  const { key, run } = session;
  const { verdict } = findings;
  const reading = readingOf(request, answer, findings);
  const demanded = isDemanded(options.expect, answer);
  const isWell = reading.expected || demanded;
  const isSecret = request.endpoint?.secretAnswer === true;
  const unreached: Check[] =
    couldNotCheck(verdict.layer) && !isWell
      ? [
          check(
            'endpoint',
            'request',
            'skip',
            `${unreachedText(answer)}: nothing is known about it`,
          ),
        ]
      : [];
  const shownDiagnoses = diagnosesToShow(findings, key.diagnoses);
  const body = bodyCheck(request, { answer, findings }, options, session);
  return {
    checks: [
      ...(request.key === 'omit' ? [] : key.checks),
      ...localChecks(request, 'warn'),
      ...(isWell
        ? pathChecks({ ...verdict, layer: 'request' }, answer)
        : pathChecks(verdict, answer)),
      ...unreached,
      demanded && !reading.expected ? asDemanded(reading.check) : reading.check,
      ...itemChecks(answer),
      ...spentChecks(before.reading, answer),
      ...expectationChecks(options.expect, answer, isSecret),
      ...extra,
      ...body.checks,
      ...conditionChecks(findings.conditions),
    ],
    diagnoses: isWell
      ? shownDiagnoses.filter(({ subject }) => subject !== 'failure')
      : shownDiagnoses,
    answeredBy: answeredByOf(answer),
    cost: run.client.cost(),
    key: request.key === 'omit' ? null : key.summary,
    windows: windowsOf(answer),
    exchanges: [exchangeSummary(answer)],
    next: isWell
      ? 'lusha-doctor watch-ratelimit --once'
      : nextStep(verdict, 'lusha-doctor watch-ratelimit --once'),
    ...drawing(
      {
        below: [
          ...body.blocks,
          ...(run.options.output.verbose ? translationBlocks(request, options.showBody, run) : []),
        ],
        shown: ['answer.body'],
      },
      run.options.output,
    ),
  };
}

function asDemanded(found: Check): Check {
  return { ...found, status: 'ok', summary: `${found.summary} (as demanded)`, diagnosis: null };
}

/** The body, masked unless its reader asked for all of it. */
function bodyCheck(
  request: ProbeRequest,
  { answer }: Seen,
  { showBody }: ProbeOptions,
  { run }: Session,
): { readonly checks: readonly Check[]; readonly blocks: readonly Block[] } {
  const text = answer.exchange.response?.body.text ?? '';
  if (text === '' || !(showBody || run.options.output.verbose)) return { checks: [], blocks: [] };
  if (request.endpoint?.secretAnswer === true) {
    const summary = 'not shown: this answer is itself a secret';
    return {
      checks: [check('answer.body', 'request', 'skip', summary)],
      blocks: [{ label: 'BODY', lines: [summary] }],
    };
  }
  const people = peopleIn(request.path, request.body?.text);
  const body = (showBody ? pretty(text) : maskEchoes(maskedBody(text), people)).slice(0, MOST_BODY);
  const summary = showBody ? 'the body as it came' : 'the body, contact data masked';
  return {
    checks: [check('answer.body', 'request', 'ok', summary, { evidence: { body } })],
    blocks: [{ label: 'BODY', lines: [], code: body }],
  };
}

const MOST_BODY = 15_000;

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
