import { LUSHA_DOMAIN } from '../../knowledge/hosts.ts';
import type { Header, SentRequest } from '../../model/exchange.ts';
import { listOf, objectOf, textOf, type JsonObject } from '../../model/json.ts';
import { jsonObjectsIn } from './json-in-text.ts';
import { placementOf } from './placement.ts';

const DEEPEST = 4;
const HEADER_ARGUMENT = /^([\w-]{1,60}):\s{0,4}(\S.{0,400})$/;

/**
 * Where the settings of a client that stand in a text send its calls to Lusha, and in which header the
 * key goes. Undefined where no settings name an address of Lusha's.
 */
export function settingsIn(text: string): Partial<SentRequest> | undefined {
  if (!/\b(?:mcpServers|servers|mcp-remote)\b/.test(text)) return undefined;
  for (const { object } of jsonObjectsIn(text)) {
    const found = settingOf(object, 0);
    if (found !== undefined) return found;
  }
  return undefined;
}

function settingOf(object: JsonObject, depth: number): Partial<SentRequest> | undefined {
  const args = (listOf(object.args) ?? []).flatMap((one) => textOf(one) ?? []);
  const url = [object.url, object.serverUrl, object.httpUrl, ...args]
    .map((value) => URL.parse(textOf(value) ?? ''))
    .find((one) => one !== null && LUSHA_DOMAIN.test(one.hostname));
  if (url !== undefined && url !== null) {
    const headers = [...headersOf(objectOf(object.headers)), ...args.flatMap(headerOf)];
    const { origin, pathname: path } = url;
    return { origin, path, keyPlacement: placementOf(headers, url.href) };
  }
  if (depth === DEEPEST) return undefined;
  for (const value of Object.values(object)) {
    const inner = objectOf(value);
    const found = inner === null ? undefined : settingOf(inner, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function headersOf(headers: JsonObject | null): readonly Header[] {
  return Object.entries(headers ?? {}).flatMap(([name, value]) => {
    const text = textOf(value);
    return text === null ? [] : [{ name, value: text }];
  });
}

/** mcp-remote takes headers as arguments: `--header "x-api-key: …"`. */
function headerOf(argument: string): readonly Header[] {
  const [, name, value] = HEADER_ARGUMENT.exec(argument) ?? [];
  return name === undefined || value === undefined || value.startsWith('//')
    ? []
    : [{ name, value }];
}
