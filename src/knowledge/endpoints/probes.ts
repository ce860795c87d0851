import type { FreeProbe, Json, Method } from '../../model/endpoint.ts';

/** A property no Lusha schema has: validation refuses it before any work is done. */
export const UNKNOWN_PROPERTY = 'notARealProperty';

/** Shaped like an id, and nobody's. */
export const IMPOSSIBLE_UUID = '00000000-0000-4000-8000-000000000000';

type Target = Pick<FreeProbe, 'method' | 'path'>;
type Certainty = FreeProbe['certainty'];

/** The call itself, because it is free. */
export function asIs(
  path: string,
  proves: FreeProbe['proves'],
  certainty: Certainty,
  statuses: readonly number[] = [200],
): FreeProbe {
  return {
    kind: 'as-is',
    method: 'GET',
    path,
    key: 'send',
    expect: { statuses },
    proves,
    certainty,
  };
}

/** A body that is refused because of a property nobody knows. */
export function unknownProperty(
  path: string,
  body: Json,
  certainty: Certainty,
  field: string = UNKNOWN_PROPERTY,
): FreeProbe {
  return {
    kind: 'unknown-property',
    ...refused({ method: 'POST', path }, certainty),
    body,
    field,
    expect: { statuses: [400], message: new RegExp(`property ${field} should not exist`) },
  };
}

/** A query that is refused because of a parameter nobody knows. */
export function unknownParameter(path: string, field: string, certainty: Certainty): FreeProbe {
  const target: Target = { method: 'GET', path: `${path}?${field}=x` };
  return {
    kind: 'unknown-property',
    ...refused(target, certainty),
    field,
    expect: { statuses: [400], message: new RegExp(`property ${field} should not exist`) },
  };
}

/** A body that is refused because a required field is absent. */
export function missingField(
  path: string,
  body: Json,
  field: string,
  certainty: Certainty,
): FreeProbe {
  return { kind: 'missing-field', ...refused({ method: 'POST', path }, certainty), body, field };
}

/** A body that is refused because of one value. */
export function refusedValue(
  path: string,
  body: Json,
  field: string,
  certainty: Certainty,
): FreeProbe {
  return { kind: 'refused-value', ...refused({ method: 'POST', path }, certainty), body, field };
}

/** An object that cannot exist: 404 shows that path and key are in order. */
export function impossibleObject(
  path: string,
  certainty: Certainty,
  options: { method?: Method; statuses?: readonly number[]; message?: RegExp } = {},
): FreeProbe {
  const { method = 'GET', statuses = [404], message } = options;
  return {
    kind: 'impossible-object',
    method,
    path,
    key: 'send',
    expect: { statuses, ...(message && { message }) },
    proves: ['network', 'path', 'key'],
    certainty,
  };
}

function refused(target: Target, certainty: Certainty): Omit<FreeProbe, 'kind'> {
  return {
    ...target,
    key: 'send',
    expect: { statuses: [400] },
    proves: ['network', 'path', 'key'],
    certainty,
  };
}
