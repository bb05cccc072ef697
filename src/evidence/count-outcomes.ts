import { outcomeNames, type Outcome } from './case-row.ts';

/** How many values came out how: '11 inside; 1 misses'. */
export function countOutcomes(outcomes: readonly Outcome[]): string {
  return (Object.keys(outcomeNames) as Outcome[])
    .map((outcome) => ({ outcome, count: outcomes.filter((each) => each === outcome).length }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) =>
      outcome === 'misses' && count > 1 ? `${count} miss` : `${count} ${outcomeNames[outcome]}`,
    )
    .join('; ');
}
