const PLACEHOLDERS =
  /^(x{4,}|\*{4,}|0{8}-0{4}-0{4}-0{4}-0{12}|<.*>|\[.*\]|changeme|todo|secret|test|dummy|example|none|null|undefined|redacted)$|(your|my|insert|enter|paste|replace).*(key|token|here)|^(lusha_?)?api_?key$/i;

/** True for text that stands where a key should be put, such as `YOUR_API_KEY`. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDERS.test(text);
}

/** True for a variable or template that nobody expanded: `$KEY`, `${KEY}`, `{{ key }}`, `%KEY%`. */
export function isUnexpanded(text: string): boolean {
  return /^(\$\{?\{?[^}]*\}?\}?|\{\{[^}]*\}\}|%[A-Za-z_]\w*%|\$\([^)]*\))$/.test(text);
}
