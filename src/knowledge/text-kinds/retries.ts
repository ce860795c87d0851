/** Words with which programs say, when a call has failed, that they will try it again. */
export const ANNOUNCED: readonly RegExp[] = [
  /(?<!\bmax[ _-]?)(?<!["'_-])\bretr(?:y|ies|ying|ied)\b(?!["'_-]|[ ]?[=:] ?(?:true|false|\d|\{)|[ -]after\b|ies exceeded|ies exhausted|(?:ies)? (?:limit|count|exceeded|exhausted|policy|config))/i,
  /\b(?:will|going to|about to) (?:be )?retr(?:y|ied)\b/i,
  // Polly, of .NET
  /\bEventName: 'OnRetry'/,
  /\bExecution attempt\. .{0,300}\bHandled: 'True'/,
  /\bback(?:ing)? ?off\b/i,
  /\b(?:try|trying|tried) again\b/i,
  /\b(?:sleeping|waiting|wait) (?:for )?\d/i,
];

/** Words by which the line of a call says which attempt it is. */
export const NUMBERED: readonly RegExp[] = [
  /\b(?:attempt|retry|try)(?:s|ed)?\b[ #:(='"]{0,4}(?:number |no\.? )?\d/i,
  /\b\d{1,3}(?:st|nd|rd|th)? (?:attempt|try|retry)\b/i,
  /\bafter \d{1,3} (?:more )?(?:retr(?:y|ies)|attempts|tries)\b/i,
  /\b(?:second|third|fourth|last|final) (?:attempt|try|retry)\b/i,
];

/** Words with which they say that it went well in the end. */
export const RECOVERED: readonly RegExp[] = [
  /\b(?:retr(?:y|ied)|attempt|try)\b[^\n]{0,60}\b(?:succeeded|successful(?:ly)?|success|worked|ok|passed|recovered|-> ?2\d\d|2\d\d OK)\b(?![^\n]{0,30}\b(?:not|un|fail))/i,
  /\b(?:succeeded|successful|success|ok|done|worked|recovered|completed)\b[^\n]{0,30}\b(?:after|on|in|at) (?:the )?(?:\d{1,3}|second|third|fourth|last|one|two|three|several|a few)?(?:st|nd|rd|th)? ?(?:more )?(?:retr(?:y|ies)|attempts?|tr(?:y|ies))\b/i,
  /\brecovered (?:after|on|from)\b/i,
  // Celery, with the id of the task.
  /\bTask (\S{1,200}\[[\w-]{3,36}\]) retry: [^]{0,4000}?\bTask \1 succeeded in /,
];
