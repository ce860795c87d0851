const SEVERAL_STATUSES = /^[1-5]\d\d(?:[\s,;/|]{1,5}[1-5]\d\d){1,20}$/;

/** True for `401 403`: each status has meanings of its own, and one is explained at a time. */
export function isSeveralStatuses(text: string): boolean {
  return SEVERAL_STATUSES.test(text);
}
