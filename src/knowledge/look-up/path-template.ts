/** The path of a path-or-URL, without query and fragment. */
export function pathOf(target: string): string {
  return target.replace(/^https?:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
}

/** The host of an absolute URL in lower case, or null for a bare path. */
export function hostOf(target: string): string | null {
  return /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(target)?.[1]?.toLowerCase() ?? null;
}

/**
 * The segments of a path as a server may read them: percent-decoded, without empty segments,
 * with `.` and `..` resolved. A call must not look harmless because it is spelt oddly.
 */
export function segmentsOf(path: string): readonly string[] {
  const segments: string[] = [];
  for (const part of path.split('/')) {
    const segment = decoded(part);
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments;
}

/** How a path fits a template. */
export interface TemplateFit {
  readonly params: Readonly<Record<string, string>>;
  /** 0 is a literal match; smaller is closer. */
  readonly looseness: number;
}

/** Looseness that outweighs any number of parameters. */
const LETTER_CASE = 100;
const OPEN_END = 1000;

/**
 * Fits segments into a template, or returns null. Letter case may differ, because many
 * servers ignore it. With `anyTail` further segments may follow.
 */
export function fitTemplate(
  template: readonly string[],
  segments: readonly string[],
  anyTail: boolean,
): TemplateFit | null {
  const tooMany = segments.length > template.length && !anyTail;
  if (segments.length < template.length || tooMany) return null;
  const params = new Map<string, string>();
  let looseness = anyTail ? OPEN_END : 0;
  for (const [index, part] of template.entries()) {
    const segment = segments[index] ?? '';
    const name = paramName(part);
    if (name !== null) {
      params.set(name, segment);
      looseness += 1;
    } else if (part !== segment) {
      if (part.toLowerCase() !== segment.toLowerCase()) return null;
      looseness += LETTER_CASE;
    }
  }
  return { params: Object.fromEntries(params), looseness };
}

/** The template's segments with parameters replaced by what stands there in `segments`. */
export function fillTemplate(
  template: readonly string[],
  segments: readonly string[],
): readonly string[] {
  return template.map((part, index) =>
    paramName(part) === null ? part : (segments[index] ?? part),
  );
}

function paramName(part: string): string | null {
  return part.startsWith('{') ? part.slice(1, -1) : null;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
