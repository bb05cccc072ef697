import { newNamesSolution } from './docs/cdn/exercises/new-names.solution.ts';
import { theWholeWorldSolution } from './docs/cdn/exercises/the-whole-world.solution.ts';
import { enoughMemorySolution } from './docs/caching/exercises/enough-memory.solution.ts';
import { frontPageSolution } from './docs/caching/exercises/front-page.solution.ts';
import { newSeasonSolution } from './docs/caching/exercises/new-season.solution.ts';
import { beforeTheRushSolution } from './docs/horizontal-scaling/exercises/before-the-rush.solution.ts';
import { logInAgainSolution } from './docs/horizontal-scaling/exercises/log-in-again.solution.ts';
import { oneMayDieSolution } from './docs/horizontal-scaling/exercises/one-may-die.solution.ts';
import { nervousChecksSolution } from './docs/load-balancing/exercises/nervous-checks.solution.ts';
import { slowServerSolution } from './docs/load-balancing/exercises/slow-server.solution.ts';
import { spareBalancerSolution } from './docs/load-balancing/exercises/spare-balancer.solution.ts';
import { enoughCoresSolution } from './docs/single-server/exercises/enough-cores.solution.ts';
import { longJobsSolution } from './docs/single-server/exercises/long-jobs.solution.ts';
import { sayNoEarlySolution } from './docs/single-server/exercises/say-no-early.solution.ts';
import { confirmedSolution } from './docs/storage/exercises/confirmed.solution.ts';
import { leeksSolution } from './docs/storage/exercises/leeks.solution.ts';
import { fewerQuestionsSolution } from './docs/three-tiers/exercises/fewer-questions.solution.ts';
import { rightTierSolution } from './docs/three-tiers/exercises/right-tier.solution.ts';
import { fewAreHurtSolution } from './docs/shipping-it/exercises/few-are-hurt.solution.ts';
import { nobodyNoticesSolution } from './docs/shipping-it/exercises/nobody-notices.solution.ts';
import { fasterOrMoreSolution } from './docs/vertical-scaling/exercises/faster-or-more.solution.ts';
import { shortPartSolution } from './docs/vertical-scaling/exercises/short-part.solution.ts';
import { betweenTwoCitiesSolution } from './docs/two-points-of-view/exercises/between-two-cities.solution.ts';
import { onTheEnvelopeSolution } from './docs/two-points-of-view/exercises/on-the-envelope.solution.ts';
import type { Solution } from '#widgets';

/** Reference solutions, for tests alone: no page imports this file. */
export const solutions: readonly Solution[] = [
  betweenTwoCitiesSolution,
  onTheEnvelopeSolution,
  enoughCoresSolution,
  sayNoEarlySolution,
  longJobsSolution,
  shortPartSolution,
  fasterOrMoreSolution,
  nobodyNoticesSolution,
  fewAreHurtSolution,
  rightTierSolution,
  fewerQuestionsSolution,
  confirmedSolution,
  leeksSolution,
  oneMayDieSolution,
  logInAgainSolution,
  beforeTheRushSolution,
  slowServerSolution,
  nervousChecksSolution,
  spareBalancerSolution,
  theWholeWorldSolution,
  newNamesSolution,
  enoughMemorySolution,
  newSeasonSolution,
  frontPageSolution,
];
