import type { Source, SourceState } from '../../model/cause.ts';

const URL = 'https://docs.lusha.com/user-guide/lushas-api/lusha-api-error-codes-reference';

/** Lusha's help article on error codes, by section. */
export const ARTICLE_SOURCES = {
  'article#overview': section('overview of status codes'),
  'article#200': section('200'),
  'article#400': section('400'),
  'article#401': section('401'),
  'article#403': section('403'),
  'article#404': section('404'),
  'article#422': section('422'),
  'article#429': section('429'),
  'article#500': section('500'),
  'article#503': section('503'),
  'article#no-results': section('no results with status 200'),
  'article#best-practices': section('best practices'),
  'article#help': section('where to get help'),
  'article#401-bearer': section('401, the Bearer header', 'contradicted'),
  'article#429-headers': section('429, the header names', 'contradicted'),
  'article#200-credit': section('one credit at least for each request', 'contradicted'),
} as const satisfies Record<string, Source>;

function section(name: string, state: SourceState = 'documented'): Source {
  return {
    title: `Lusha help centre, "Lusha API Error Codes Reference": ${name}`,
    state,
    checked: '2026-11-20',
    url: URL,
  };
}
