import type { Topic } from './topic.ts';

/** About this tool. */
export const DOCTOR_TOPICS: readonly Topic[] = [
  {
    id: 'lusha-doctor',
    title: 'What lusha-doctor sends and keeps',
    about: 'cost, privacy and commands of this tool',
    answer: [
      {
        text: 'explain works offline and sends nothing. check-key and probe call Lusha with your key and spend no credits; nothing that could be charged is sent without --max-credits.',
        source: 'inferred',
      },
      {
        text: 'The key is never printed, logged or written; names, emails and phones in pasted text are masked.',
        source: 'inferred',
      },
    ],
    facts: [
      {
        text: 'check-key: key, account, windows. probe: one endpoint, or all. explain: a status, a text, a log, a question. watch: the limits as they go. simulate: the API on your machine.',
        source: 'inferred',
      },
      {
        text: 'Exit codes: 0 well, 3 could not check, 4 key, 5 account or plan, 6 limits, 7 Lusha, 8 request.',
        source: 'inferred',
      },
    ],
    run: [{ text: 'All options:', command: 'lusha-doctor --help' }],
    see: ['topics', 'free-calls'],
    asked: [
      'what does lusha-doctor do, does lusha-doctor send my key, is it safe to paste a log, does this tool cost credits, is this tool offline, does this tool store my key',
      'exit codes, how do I use this tool, commands of this tool',
    ],
  },
];
