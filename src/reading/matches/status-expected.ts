import { isSupposed } from './mood.ts';

const LONGEST_LINE = 200;
/** Words that may stand between what expects a status and the status. */
const BETWEEN = String.raw`(?:[\s"'<=:(\x60.]|\b(?:an?|the|status|code|statuscode|http|response|result|to|of|be|have|with|property|equal|return)\b){0,14}$`;
/** "expected status code 200", "to have status 200", "should be 200", "toBe(200)", "res.status: eq 200" */
const EXPECTED = new RegExp(
  String.raw`(?:\bexpect(?:ed|s|ing)?\b|\bto[ .](?:have|equal|be|eql|eq)\b|\bshould (?:have|be|equal|return)\b|\bto(?:Be|Equal)\(|\beq\b)${BETWEEN}`,
  'i',
);
/** The name of a test that is given as text: it('returns 401 without a key') */
const NAMED_TEST =
  /(?:\b(?:test|it|describe|scenario)\(\s{0,3}["'`]|"(?:assertion|test)"\s{0,3}:\s{0,3}")[^"'`\n]{0,120}$/i;
/** The line of a passed or failed test begins with its mark. */
const MARKED_TEST = /^\s{0,40}(?:[✓✔✗✘✕×√❌✅☑]|(?:not )?ok \d{1,6})\s/u;
const NUMBERED_TEST = /^\s{0,40}\d{1,4}[.)]\s/;
const STATED = /\b(?:status|code|response)\b[\w\s]{0,20}\b(?:is|equals?|be|=+)\s{1,3}["'<]?$/i;
/** After these words stands what came, whatever was expected. */
const CAME = /\b(?:but|got|received|was|actual|returned|instead|found)\b[^\n]{0,40}$/i;
/** Chai says what came first: "expected 401 to equal 200". */
const CAME_FIRST = /^["'>]?\s{1,3}to (?:deeply )?(?:equal|be|eql|have)\b/;

/**
 * True when the number at this place is what a test asks for and not what came: the name of a test,
 * or the first half of "expected status code 200 but got 429".
 */
export function isExpectation(text: string, at: number): boolean {
  const near = text.slice(Math.max(0, at - LONGEST_LINE), at);
  const before = near.slice(near.lastIndexOf('\n') + 1);
  if (isSupposed(text, at, 3)) return true;
  if (CAME.test(before)) return false;
  if (NAMED_TEST.test(before) || MARKED_TEST.test(before)) return true;
  if (NUMBERED_TEST.test(before) && STATED.test(before)) return true;
  return EXPECTED.test(before) && !CAME_FIRST.test(text.slice(at + 3, at + 30));
}
