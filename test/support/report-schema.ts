import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** The schemas that ship with the package, read by a validator that knows nothing of this project. */

const REPORT = new URL('../../schema/report-1.json', import.meta.url);

/** What is wrong with a report, empty when nothing is. Keys that the schema does not name are wrong, too. */
export function reportErrors(report: unknown): readonly string[] {
  return errorsOf(strictReport, report);
}

/** The same for one line of the NDJSON format. */
export function recordErrors(record: unknown): readonly string[] {
  return errorsOf(strictRecord, record);
}

/** A validator for the schema exactly as it ships. */
export function shippedSchema(name: 'report-1' | 'config-1'): ValidateFunction {
  return compiled(read(new URL(`../../schema/${name}.json`, import.meta.url)));
}

const schema = read(REPORT);
const strictReport = compiled(strict(schema));
const strictRecord = compiled(strict({ $ref: '#/$defs/record', $defs: schema['$defs'] }));

function compiled(document: object): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  return ajv.compile(document);
}

function errorsOf(validate: ValidateFunction, value: unknown): readonly string[] {
  validate(value);
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

/** Readers must live with keys they do not know; this project must not emit one it does not state. */
function strict(node: object): object {
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
      const entry = [key, strictValue(value)] as const;
      const closes = key === 'properties' && !('additionalProperties' in node);
      return closes ? [entry, ['additionalProperties', false] as const] : [entry];
    }),
  );
}

function strictValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strictValue);
  return typeof value === 'object' && value !== null ? strict(value) : value;
}

function read(url: URL): Record<string, unknown> {
  return JSON.parse(readFileSync(url, 'utf8'));
}
