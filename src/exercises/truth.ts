import { measure } from '../prose/measure.ts';
import type { BarsPrediction, ChoicePrediction, Prediction, Truth } from './prediction.ts';

/** A prediction that is guessed on a scale. */
type ScaledPrediction = Exclude<Prediction, ChoicePrediction>;

/**
 * Runs the simulation for a prediction. Meant for the build: the page gets only the answer.
 * Throws RangeError when nobody could guess rightly, since the truth is not on the scale.
 */
export function truthOf(prediction: Prediction): Truth {
  const truth = measuredFor(prediction);
  if (prediction.kind === 'choice') return truth;
  const { id, minimum, maximum } = prediction;
  for (const [place, value] of truth.values.entries()) {
    if (value === null || (value >= minimum && value <= maximum)) continue;
    throw new RangeError(
      `prediction "${id}": the truth${placeIn(prediction, place)} is ${value}; expected within minimum ${minimum} and maximum ${maximum}`,
    );
  }
  return truth;
}

/** Where on a curve or at which bar, for a message. */
function placeIn(prediction: ScaledPrediction, place: number): string {
  if (prediction.kind === 'curve') return ` at ${prediction.along.values[place]}`;
  return prediction.kind === 'bars' ? ` for "${prediction.bars[place]?.label}"` : '';
}

function measuredFor(prediction: Prediction): Truth {
  if (prediction.kind === 'bars') return barsOf(prediction);
  const { scenario, metric } = prediction;
  if (prediction.kind === 'curve') {
    const { path, values } = prediction.along;
    return { values: values.map((value) => measure(scenario, metric, { [path]: value })) };
  }
  if (prediction.kind === 'choice' && prediction.right !== 'nearest')
    return extremeOf(prediction, prediction.right);
  const value = measure(scenario, metric, prediction.set);
  const { timesThatOf } = prediction;
  const reference = timesThatOf === undefined ? 1 : measure(scenario, metric, timesThatOf);
  const answer = value === null || reference === null ? null : value / reference;
  if (prediction.kind === 'number') return { values: [answer] };
  return { option: nearestOption(prediction, answer), values: [answer] };
}

function barsOf({ scenario, bars }: BarsPrediction): Truth {
  const values = bars.map(({ metric, per, set }) => {
    const value = measure(scenario, metric, set);
    const whole = per === undefined ? 1 : measure(scenario, per, set);
    return value === null || whole === null || whole === 0 ? null : value / whole;
  });
  return { values };
}

function extremeOf(prediction: ChoicePrediction, right: 'lowest' | 'highest'): Truth {
  const measured = prediction.options.map((option) => ({
    value: option.value,
    number: measure(prediction.scenario, prediction.metric, { ...prediction.set, ...option.set }),
  }));
  const worst = right === 'lowest' ? Infinity : -Infinity;
  const sorted = measured.toSorted((a, b) => (a.number ?? worst) - (b.number ?? worst));
  const best = right === 'lowest' ? sorted[0] : sorted.at(-1);
  return {
    ...(best === undefined ? {} : { option: best.value }),
    values: [best?.number ?? null],
    byOption: Object.fromEntries(measured.map(({ value, number }) => [value, number])),
  };
}

function nearestOption(prediction: ChoicePrediction, answer: number | null): string {
  const gap = (about = 0): number => Math.abs(Math.log(about / (answer ?? 0)));
  const [nearest] = prediction.options.toSorted((a, b) => gap(a.about) - gap(b.about));
  if (nearest === undefined || answer === null || answer <= 0) {
    throw new RangeError(`prediction "${prediction.id}": nothing was measured for ${prediction.metric}`);
  }
  return nearest.value;
}
