import type { StatusPage } from './status-page.ts';

/**
 * The page of a bare status, made ahead; null when there is none. Here there never is: the
 * build (`build/prepared-pages.js`) puts its own version in this module's place.
 */
export function preparedPage(_status: number): Promise<StatusPage | null> {
  return Promise.resolve(null);
}
