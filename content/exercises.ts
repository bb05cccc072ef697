import { newNames } from './docs/cdn/exercises/new-names.ts';
import { theWholeWorld } from './docs/cdn/exercises/the-whole-world.ts';
import { enoughMemory } from './docs/caching/exercises/enough-memory.ts';
import { frontPage } from './docs/caching/exercises/front-page.ts';
import { newSeason } from './docs/caching/exercises/new-season.ts';
import { beforeTheRush } from './docs/horizontal-scaling/exercises/before-the-rush.ts';
import { logInAgain } from './docs/horizontal-scaling/exercises/log-in-again.ts';
import { oneMayDie } from './docs/horizontal-scaling/exercises/one-may-die.ts';
import { nervousChecks } from './docs/load-balancing/exercises/nervous-checks.ts';
import { slowServer } from './docs/load-balancing/exercises/slow-server.ts';
import { spareBalancer } from './docs/load-balancing/exercises/spare-balancer.ts';
import { enoughCores } from './docs/single-server/exercises/enough-cores.ts';
import { longJobs } from './docs/single-server/exercises/long-jobs.ts';
import { sayNoEarly } from './docs/single-server/exercises/say-no-early.ts';
import { confirmed } from './docs/storage/exercises/confirmed.ts';
import { leeks } from './docs/storage/exercises/leeks.ts';
import { fewerQuestions } from './docs/three-tiers/exercises/fewer-questions.ts';
import { rightTier } from './docs/three-tiers/exercises/right-tier.ts';
import { fewAreHurt } from './docs/shipping-it/exercises/few-are-hurt.ts';
import { nobodyNotices } from './docs/shipping-it/exercises/nobody-notices.ts';
import { fasterOrMore } from './docs/vertical-scaling/exercises/faster-or-more.ts';
import { shortPart } from './docs/vertical-scaling/exercises/short-part.ts';
import { betweenTwoCities } from './docs/two-points-of-view/exercises/between-two-cities.ts';
import { onTheEnvelope } from './docs/two-points-of-view/exercises/on-the-envelope.ts';
import type { ExerciseDescription } from '#widgets';

/** Every exercise of the course, in reading order. */
export const exercises: readonly ExerciseDescription[] = [
  betweenTwoCities,
  onTheEnvelope,
  enoughCores,
  sayNoEarly,
  longJobs,
  shortPart,
  fasterOrMore,
  nobodyNotices,
  fewAreHurt,
  rightTier,
  fewerQuestions,
  confirmed,
  leeks,
  oneMayDie,
  logInAgain,
  beforeTheRush,
  slowServer,
  nervousChecks,
  spareBalancer,
  theWholeWorld,
  newNames,
  enoughMemory,
  newSeason,
  frontPage,
];
