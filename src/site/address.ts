import { withBasePath } from './base-links.ts';

/** The address of a page of this site, from its root-relative path: '/caching/'. */
export function addressOf(path: string): string {
  return withBasePath(import.meta.env.BASE_URL, path);
}
