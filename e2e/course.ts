import type { ExerciseDescription, LabDescription, Prediction, ReviewQuestion } from '#widgets';
import { exercises } from '#exercises';
import * as homeLabs from '../content/docs/whole-request/labs.ts';
import * as loadBalancingLabs from '../content/docs/load-balancing/labs.ts';
import * as loadBalancingPredictions from '../content/docs/load-balancing/predictions.ts';
import { review as loadBalancingReview } from '../content/docs/load-balancing/review.ts';
import * as singleServerLabs from '../content/docs/single-server/labs.ts';
import * as singleServerPredictions from '../content/docs/single-server/predictions.ts';
import { review as singleServerReview } from '../content/docs/single-server/review.ts';

/** A chapter as its data describes it: what a reader must be able to do there. */
export interface Chapter {
  /** Address, relative to where the course lives. */
  readonly path: string;
  readonly title: string;
  readonly heading: string;
  readonly labs: readonly LabDescription[];
  readonly predictions: readonly Prediction[];
  readonly exercises: readonly ExerciseDescription[];
  readonly review: readonly ReviewQuestion[];
}

/** Every chapter that can be read. */
export const chapters: readonly Chapter[] = [
  {
    path: 'single-server/',
    title: 'The single server',
    heading: 'Why does a half-idle server keep people waiting?',
    labs: labsAmong(singleServerLabs),
    predictions: Object.values(singleServerPredictions),
    exercises: exercisesOf('single-server'),
    review: singleServerReview,
  },
  {
    path: 'load-balancing/',
    title: 'Load balancing',
    heading: 'Who gets the next request?',
    labs: labsAmong(loadBalancingLabs),
    predictions: Object.values(loadBalancingPredictions),
    exercises: exercisesOf('load-balancing'),
    review: loadBalancingReview,
  },
];

/** Every page that has instruments with knobs. */
export const pagesWithLabs: readonly Pick<Chapter, 'path' | 'title' | 'labs'>[] = [
  { path: '', title: 'Home', labs: labsAmong(homeLabs) },
  ...chapters,
];

/** Every page of the course, with its main heading. */
export const pages: readonly { readonly path: string; readonly heading: string }[] = [
  { path: '', heading: 'Every system runs out of headroom. Learn to see it coming.' },
  { path: 'start-here/', heading: 'Start here' },
  ...chapters,
  { path: 'how-we-know/', heading: 'How we know' },
  { path: 'progress/', heading: 'Your progress' },
];

/** The chapter where an instrument of this id stands; throws Error when there is none. */
export function chapterWithLab(id: string): { chapter: Chapter; lab: LabDescription } {
  for (const chapter of chapters) {
    const lab = chapter.labs.find((each) => each.id === id);
    if (lab !== undefined) return { chapter, lab };
  }
  throw new Error(`no chapter has a lab "${id}"`);
}

function labsAmong(exported: Readonly<Record<string, unknown>>): LabDescription[] {
  return Object.values(exported).filter(
    (each): each is LabDescription =>
      typeof each === 'object' && each !== null && 'charts' in each && 'knobs' in each,
  );
}

function exercisesOf(slug: string): ExerciseDescription[] {
  return exercises.filter(({ id }) => id.startsWith(`${slug}/`));
}
