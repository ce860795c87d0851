import * as v from 'valibot';
import { PLAN_IDS } from '../../knowledge/plans.ts';
import { FAIL_OR_WARN } from '../../model/exit-code.ts';
import { SECONDS, type IN_CONFIG } from '../options/network.ts';

/** The options that a config file may set. */
type Configurable = {
  [Name in keyof typeof IN_CONFIG]: (typeof IN_CONFIG)[Name] extends string ? Name : never;
}[keyof typeof IN_CONFIG];

const ONLY_NAMED = 'Only in a file that is named with --config.';
const NO_CREDENTIALS = 'carries a user name or password; set HTTPS_PROXY for that';

/** What is wrong with a value, as the end of a sentence that begins with its name. */
const seconds = (description: string) => {
  const { min, max } = SECONDS;
  const wrong = `has to be a number of seconds from ${min} to ${max}`;
  return v.pipe(
    v.number(wrong),
    v.minValue(min, wrong),
    v.maxValue(max, wrong),
    v.description(description),
  );
};
const words = <const W extends readonly string[]>(known: W, description: string) =>
  v.pipe(v.picklist(known, `has to be one of: ${known.join(', ')}`), v.description(description));
const url = (wrong: string) =>
  v.pipe(
    v.string(wrong),
    v.url(wrong),
    v.check((text) => isBare(new URL(text)), NO_CREDENTIALS),
  );
const isBare = ({ username, password }: URL) => username === '' && password === '';
const proxyMessage = 'has to be a URL or "none"';

const SETTINGS = {
  $schema: v.exactOptional(v.string('has to be text')),
  baseUrl: v.exactOptional(
    v.pipe(url('has to be a URL'), v.description(`Another base URL. ${ONLY_NAMED}`)),
  ),
  proxy: v.exactOptional(
    v.pipe(
      v.union([v.literal('none'), url(proxyMessage)], proxyMessage),
      v.description(
        `Proxy URL without credentials, or "none" to ignore the proxy variables. ${ONLY_NAMED}`,
      ),
    ),
  ),
  ca: v.exactOptional(
    v.pipe(
      v.string('has to be the path of a file'),
      v.description(
        `PEM file with certificates to trust as well, from the folder of this file. ${ONLY_NAMED}`,
      ),
    ),
  ),
  timeout: v.exactOptional(seconds('Seconds for one request.')),
  deadline: v.exactOptional(seconds('Seconds for the whole run.')),
  failOn: v.exactOptional(words(FAIL_OR_WARN, 'What makes the exit code other than 0.')),
  networkErrors: v.exactOptional(words(FAIL_OR_WARN, 'What "could not check" counts as.')),
  skip: v.exactOptional(
    v.pipe(
      v.array(v.string('has to be a list of ids'), 'has to be a list of ids'),
      v.description('Ids of checks, of a group of checks, or of causes to leave out.'),
    ),
  ),
  plan: v.exactOptional(words(PLAN_IDS, "The account's plan, for answers that do not tell it.")),
} satisfies Record<Configurable | 'plan' | '$schema', v.GenericSchema>;

/** A config file: its check at run time, its type, and the source of `schema/config-1.json`. */
export const CONFIG = v.pipe(
  v.strictObject(SETTINGS),
  v.title('lusha-doctor.config.json'),
  v.description('Settings of a project. Options and variables win over them. No key belongs here.'),
);
export type ConfigSchema = Readonly<v.InferOutput<typeof CONFIG>>;

/** Names of the settings. */
export const SETTING_NAMES: readonly string[] = Object.keys(SETTINGS).filter(
  (name) => name !== '$schema',
);
