import {
  type Check,
  integer,
  listOf,
  literal,
  number,
  object,
  type Place,
  record,
  refuse,
  variant,
  within,
} from './checks.ts';
import type { Distribution, MixtureDistribution, SimpleDistribution } from './distribution.ts';
import { ScenarioError } from './scenario-error.ts';
import { positiveSeconds, probability, seconds } from './units.ts';

const LONGEST_LIST = 100_000;

const shapeAbove = (minimum: number): Check<number> => number({ minimum, maximum: 100, above: true });

function mustAddUpToOne(parts: readonly { readonly probability: number }[], place: Place): void {
  const total = parts.reduce((sum, part) => sum + part.probability, 0);
  if (Math.abs(total - 1) <= 1e-6) return;
  throw new ScenarioError(
    place.path,
    `${place.owner}: ${place.key} has probabilities that add up to ${total}; expected 1`,
  );
}

const hyperexponential: Check<SimpleDistribution> = (value, place) => {
  const kind = literal('hyperexponential');
  if (!Object.hasOwn(record(value, place), 'phases')) {
    const coefficientOfVariation = number({ minimum: 1, maximum: 100 });
    return object({ kind, meanSeconds: positiveSeconds, coefficientOfVariation })(value, place);
  }
  const phase = object({ probability, meanSeconds: seconds });
  const checked = object({ kind, phases: listOf(phase, 1, 100) })(value, place);
  mustAddUpToOne(checked.phases, within(place, 'phases'));
  return checked;
};

const uniform: Check<SimpleDistribution> = (value, place) => {
  const shape = object({ kind: literal('uniform'), minimumSeconds: seconds, maximumSeconds: seconds });
  const checked = shape(value, place);
  if (checked.maximumSeconds < checked.minimumSeconds) {
    return refuse(
      within(place, 'maximumSeconds'),
      checked.maximumSeconds,
      `at least minimumSeconds, ${checked.minimumSeconds}`,
    );
  }
  return checked;
};

const quantiles: Check<SimpleDistribution> = (value, place) => {
  const point = object({ share: probability, seconds });
  const checked = object({ kind: literal('quantiles'), points: listOf(point, 2, 1000) })(value, place);
  const { points } = checked;
  points.forEach((here, i) => {
    const at = within(within(place, 'points'), String(i));
    const before = points[i - 1];
    if (i === 0 && here.share !== 0) refuse(within(at, 'share'), here.share, '0 at the first point');
    if (i === points.length - 1 && here.share !== 1)
      refuse(within(at, 'share'), here.share, '1 at the last point');
    if (before === undefined) return;
    if (here.share <= before.share)
      refuse(within(at, 'share'), here.share, `more than ${before.share}, the one before`);
    if (here.seconds < before.seconds)
      refuse(within(at, 'seconds'), here.seconds, `at least ${before.seconds}, the one before`);
  });
  return checked;
};

const simple: Readonly<Record<SimpleDistribution['kind'], Check<SimpleDistribution>>> = {
  deterministic: object({ kind: literal('deterministic'), seconds }),
  exponential: object({ kind: literal('exponential'), meanSeconds: seconds }),
  uniform,
  lognormal: object({
    kind: literal('lognormal'),
    meanSeconds: positiveSeconds,
    coefficientOfVariation: number({ minimum: 0, maximum: 100 }),
  }),
  erlang: object({ kind: literal('erlang'), meanSeconds: seconds, shape: integer(1, 1000) }),
  hyperexponential,
  pareto: object({ kind: literal('pareto'), minimumSeconds: positiveSeconds, shape: shapeAbove(1) }),
  weibull: object({
    kind: literal('weibull'),
    meanSeconds: seconds,
    shape: number({ minimum: 0.1, maximum: 100 }),
  }),
  empirical: object({ kind: literal('empirical'), seconds: listOf(seconds, 1, LONGEST_LIST) }),
  quantiles,
  sequence: object({ kind: literal('sequence'), seconds: listOf(seconds, 1, LONGEST_LIST) }),
};

const mixture: Check<MixtureDistribution> = (value, place) => {
  const part = object({ probability, distribution: variant<SimpleDistribution>(simple) });
  const checked = object({ kind: literal('mixture'), parts: listOf(part, 1, 20) })(value, place);
  mustAddUpToOne(checked.parts, within(place, 'parts'));
  return checked;
};

/** A distribution of a time. */
export const distribution = variant<Distribution>({ ...simple, mixture });
