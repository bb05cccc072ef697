import type { Prices } from '#sim-core';

/**
 * The story that all chapters tell: Saffron, a small site where people share recipes, and what it has to carry in
 * its busiest hour. A chapter begins with the traffic of its line here; docs/story.md says who and why.
 */
export interface StoryStep {
  /** Folder of the chapter under content/docs. */
  readonly chapter: string;
  /** In the busy hour. */
  readonly requestsPerSecond: number;
  /** What Saffron is made of when the chapter ends. */
  readonly endsWith: string;
}

/** In reading order; traffic never falls. */
export const story: readonly StoryStep[] = [
  {
    chapter: 'two-points-of-view',
    requestsPerSecond: 2,
    endsWith: 'one machine, and a first reader far away',
  },
  { chapter: 'single-server', requestsPerSecond: 98, endsWith: 'one machine that has seen noon' },
  { chapter: 'vertical-scaling', requestsPerSecond: 140, endsWith: 'one bigger machine' },
  {
    chapter: 'shipping-it',
    requestsPerSecond: 140,
    endsWith: 'one machine, and a second while one releases',
  },
  { chapter: 'three-tiers', requestsPerSecond: 180, endsWith: 'files, code and data, each in its place' },
  { chapter: 'storage', requestsPerSecond: 180, endsWith: 'data that outlives its machine' },
  { chapter: 'horizontal-scaling', requestsPerSecond: 240, endsWith: 'four machines that remember nothing' },
  { chapter: 'load-balancing', requestsPerSecond: 240, endsWith: 'four machines behind two balancers' },
  { chapter: 'cdn', requestsPerSecond: 400, endsWith: 'files on three continents' },
  { chapter: 'caching', requestsPerSecond: 600, endsWith: 'a cache before the database' },
];

/** Requests a second in the busy hour of a chapter. @throws Error when the story has no such chapter. */
export function busyRate(chapter: string): number {
  const step = story.find((each) => each.chapter === chapter);
  if (!step) {
    const known = story.map((each) => each.chapter).join(', ');
    throw new Error(`story: chapter is "${chapter}"; expected one of ${known}`);
  }
  return step.requestsPerSecond;
}

/**
 * A month has about a quarter of the traffic that its busy hour would make, were it always busy. Chapters simulate the
 * busy hour; what is paid by use is therefore charged at a quarter.
 */
const monthToBusyHour = 0.25;

/**
 * What things cost Saffron: round figures of the size that public clouds ask in 2026. Storage and traffic follow the
 * price lists of Amazon S3 (first tier, us-east-1) and CloudFront (first tier, North America and Europe).
 */
export const prices: Prices = {
  instanceDollarsPerMonth: 20,
  coreDollarsPerMonth: 30,
  memoryGigabyteDollarsPerMonth: 4,
  diskChannelDollarsPerMonth: 15,
  thousandEntriesDollarsPerMonth: 2,
  balancerDollarsPerMonth: 25,
  storedGigabyteDollarsPerMonth: 0.023,
  sentGigabyteDollars: 0.085 * monthToBusyHour,
  millionRequestsDollars: 0.4 * monthToBusyHour,
};
