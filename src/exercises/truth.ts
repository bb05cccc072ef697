import { measure } from '../prose/measure.ts';
import type { BarsPrediction, ChoicePrediction, Prediction, Truth } from './prediction.ts';

/**
 * Runs the simulation for a prediction. Meant for the build: the page gets only the answer.
 * Throws RangeError when nobody could guess rightly, since the truth is not on the scale.
 */
export function truthOf(prediction: Prediction): Truth {
  const truth = measuredFor(prediction);
  // A curve may leave its picture at the end: how it bends can be guessed all the same.
  if (prediction.kind === 'choice' || prediction.kind === 'curve') return truth;
  const { id, minimum, maximum } = prediction;
  const off = truth.values.find((value) => value !== null && (value < minimum || value > maximum));
  if (off === undefined || off === null) return truth;
  throw new RangeError(
    `prediction "${id}": its scale goes from ${minimum} to ${maximum}; expected one with the truth on it, ${off}`,
  );
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
