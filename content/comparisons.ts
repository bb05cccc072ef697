import type { ComparisonDescription } from '#widgets';

/** A comparison, and the page of the course on which it stands. */
export interface ComparisonOnPage {
  readonly comparison: ComparisonDescription;
  /** From the root of the course: `/load-balancing/`. */
  readonly path: string;
}

// Found, not listed: a chapter that is written is in it.
const modules = import.meta.glob<Readonly<Record<string, unknown>>>('./docs/*/{comparisons,labs}.ts', {
  eager: true,
});

/** All comparisons of the course. Throws RangeError when two have one id: they would have one page. */
export function allComparisons(): readonly ComparisonOnPage[] {
  const all = Object.entries(modules).flatMap(([file, exported]) => {
    const path = file.replace(/^\.\/docs/, '').replace(/[a-z]+\.ts$/, '');
    return Object.values(exported)
      .filter(isComparison)
      .map((comparison) => ({ comparison, path }));
  });
  const ids = all.map(({ comparison }) => comparison.id);
  const twice = ids.find((id, place) => ids.indexOf(id) !== place);
  if (twice !== undefined)
    throw new RangeError(`comparison "${twice}" is there twice; expected ids of their own`);
  return all;
}

function isComparison(exported: unknown): exported is ComparisonDescription {
  return typeof exported === 'object' && exported !== null && 'designs' in exported && 'figures' in exported;
}
