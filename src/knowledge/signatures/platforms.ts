import { rowsOf, type Signature } from './signature.ts';

const heroku = rowsOf('Heroku', 'other');
const fly = rowsOf('Fly.io', 'other');
const railway = rowsOf('Railway', 'other');
const render = rowsOf('Render', 'other');
const netlify = rowsOf('Netlify', 'other');
const lambda = rowsOf('AWS Lambda', 'other');
const supabase = rowsOf('Supabase', 'other');
const composio = rowsOf('Composio', 'other');
const odoo = rowsOf('Odoo', 'other');
const hubspot = rowsOf('HubSpot', 'other');
const corsAnywhere = rowsOf('cors-anywhere', 'other');
const workers = rowsOf('Cloudflare Workers', 'other');

/**
 * Platforms that run the caller's own program. What they say is about that program and about calls
 * to it, not about the call that the program makes.
 */
export const PLATFORM_SIGNATURES: readonly Signature[] = [
  ...heroku.fits(
    'A',
    'own-app',
    'heroku[router]',
    /heroku\[router\]: at=(?:error|info) code=h\d{2}\b/,
  ),
  ...heroku.fits('A', 'own-app', 'code=h', /\bat=error code=h\d{2} desc=/),
  ...heroku.says('A', 'no-route', 'herokucdn.com/error-pages/no-such-app.html'),
  ...heroku.says('A', 'own-app', 'herokucdn.com/error-pages/application-error.html'),
  ...heroku.sends('B', 'own-app', 'via', /\bvegur\b/i),

  ...fly.fits(
    'A',
    'own-app',
    '[p',
    /\[p[rcua]\d{2}\] (?:could not|no |machine|connection|request|timed)/,
  ),

  ...railway.sends('A', 'own-app', 'x-railway-fallback'),
  ...railway.jsonFits(
    'A',
    'own-app',
    '"application failed to respond"',
    /"status" ?: ?"error" ?, ?"code" ?: ?502 ?, ?"message" ?: ?"application failed to respond"/,
  ),
  ...railway.jsonFits(
    'C',
    'own-app',
    '"application not found"',
    /"message" ?: ?"application not found"/,
  ),

  ...render.sends('A', 'own-app', 'x-render-routing'),
  ...netlify.fits(
    'A',
    'no-route',
    'not found - request id:',
    /\bnot found - request id: [\da-z]{10,40}/,
  ),
  ...netlify.passes('x-nf-request-id'),

  ...lambda.fits(
    'B',
    'own-app',
    'task timed out after',
    /\btask timed out after \d{1,4}(?:\.\d{1,3})? seconds/,
  ),
  ...lambda.fits('A', 'own-app', 'runtime exited', /requestid: [\da-f-]{36} error: runtime exited/),
  ...lambda.jsonFits(
    'B',
    'own-app',
    '"errormessage"',
    /"errormessage" ?: ?"[^"]{0,400}" ?, ?"errortype"/,
  ),

  ...supabase.jsonFits(
    'A',
    'gateway-key',
    '"code"',
    /"code" ?: ?401 ?, ?"message" ?: ?"(?:missing authorization header|invalid jwt|invalid token or protected header formatting)"/,
  ),
  ...supabase.says('B', 'own-app', 'Edge Function returned a non-2xx status code'),

  ...composio.jsonFits('A', 'gateway-key', '"suggested_fix"', /"suggested_fix" ?:/),
  ...composio.fits(
    'A',
    'gateway-key',
    'no connected account found',
    /no connected account found for (?:this )?user/,
  ),
  ...odoo.json('A', 'own-app', 'Odoo Server Error'),
  ...hubspot.jsonFits(
    'B',
    'gateway-key',
    '"correlationid"',
    /"status" ?: ?"error"[^{}]{0,400}"correlationid"[^{}]{0,200}"category" ?: ?"(?:invalid_authentication|expired_authentication|missing_scopes)"/,
  ),
  ...corsAnywhere.says(
    'A',
    'malformed',
    'Missing required request header. Must specify one of: origin,x-requested-with',
  ),
  ...corsAnywhere.says('A', 'login', 'See /corsdemo for more info'),
  ...workers.fits('A', 'own-app', 'error code: 1', /\berror code: (?:1101|1102|1027|1042)\b/),
];
