/*
 * Keeps the whole course in the browser, so that it can be read without a network. All files of one build are
 * fetched before any of them is used, and a new build waits until the reader takes it: never a page of one
 * build with a script of another.
 */
import { precacheAndRoute } from 'workbox-precaching/precacheAndRoute.js';
import type { KeptFile } from './kept-files.ts';

/** What a service worker has around it, as far as this one uses it. */
interface Surroundings {
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(
    kind: 'activate',
    listener: (event: { waitUntil(done: Promise<unknown>): void }) => void,
  ): void;
  addEventListener(kind: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** Put in by the build. */
declare const KEPT_FILES: KeptFile[];

const here = globalThis as unknown as Surroundings;

// No file of a static site depends on what follows a question mark; the search puts the time there.
precacheAndRoute(KEPT_FILES, { ignoreURLParametersMatching: [/./], cleanURLs: false });

here.addEventListener('activate', (event) => {
  event.waitUntil(here.clients.claim());
});

here.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void here.skipWaiting();
});
