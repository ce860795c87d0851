/** The one call that proves key, V3 access, credits and windows, and costs nothing (spec3, observed). */
export const USAGE_PATH = '/v3/account/usage';
/** The same for V2. It draws from the same bucket (live/2026-07-v3-contract). */
export const OLDER_USAGE_PATH = '/account/usage';
