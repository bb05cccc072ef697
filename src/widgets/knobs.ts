import type { Scenario } from '#sim-core';
import { applyInterventions, noInterventions, type Interventions } from './interventions.ts';
import type { ChoiceKnob, JsonValue, Knob, KnobValue, KnobValues, Lab, RangeKnob } from './lab.ts';
import { valueAtPath, withPath } from './path.ts';

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/**
 * Where a knob stands when the scenario is as it is.
 * Throws RangeError when the scenario's value is none that the knob can take: a mistake in the lesson.
 */
export function knobValueIn(scenario: Scenario, knob: Knob): KnobValue {
  const held = valueAtPath(scenario, knob.path);
  if (knob.kind === 'range') {
    if (typeof held === 'number') return held;
    throw new RangeError(
      `knob "${knob.id}": ${knob.path} is ${String(held)}; expected a number in the scenario`,
    );
  }
  if (knob.kind === 'switch') {
    if (same(held, knob.on)) return true;
    if (same(held, knob.off)) return false;
  } else {
    const option = knob.options.find((candidate) => same(candidate.set, held));
    if (option) return option.value;
  }
  throw new RangeError(
    `knob "${knob.id}": ${knob.path} is ${JSON.stringify(held)}, which is none of its positions`,
  );
}

/** What each knob of a lab stands at before anybody touched it. */
export function defaultValues(lab: Lab): KnobValues {
  return Object.fromEntries(lab.knobs.map((knob) => [knob.id, knobValueIn(lab.scenario, knob)]));
}

/** The seed that the lesson chose. */
export function defaultSeed(lab: Lab): number {
  return lab.scenario.seed ?? 1;
}

/** What a knob writes into the scenario for a value. */
export function jsonFor(knob: Knob, value: KnobValue): JsonValue {
  if (knob.kind === 'range') return value;
  if (knob.kind === 'switch') return value === true ? knob.on : knob.off;
  // A whole node is plain data, too; its type only does not say so.
  return optionOf(knob, value).set as JsonValue;
}

/** The ends of a range; all positions of a switch or a choice. */
export function endsOf(knob: Knob): readonly KnobValue[] {
  if (knob.kind === 'range') return [knob.minimum, knob.maximum];
  return knob.kind === 'switch' ? [true, false] : knob.options.map((option) => option.value);
}

/** The choice knob of a lab that goes by this id. Throws RangeError where there is none: a mistake in the lesson. */
export function choiceNamed(lab: Lab, id: string): ChoiceKnob {
  const knob = lab.knobs.find((candidate) => candidate.id === id);
  if (knob?.kind === 'choice') return knob;
  throw new RangeError(`lab "${lab.id}": a chart needs a choice knob, not "${id}"`);
}

/** The option of a choice that goes by this value; RangeError if there is none. */
export function optionOf(knob: ChoiceKnob, value: KnobValue): ChoiceKnob['options'][number] {
  const option = knob.options.find((candidate) => candidate.value === value);
  if (!option) throw new RangeError(`knob "${knob.id}": no option "${String(value)}"`);
  return option;
}

/**
 * The lab's scenario with every knob where `values` says, and then with what the reader did to it
 * otherwise. A knob that is not named stays at its default.
 */
export function scenarioFor(
  lab: Lab,
  values: KnobValues,
  interventions: Interventions = noInterventions,
): Scenario {
  let scenario = lab.scenario;
  for (const knob of lab.knobs) {
    const value = values[knob.id];
    if (value !== undefined) scenario = withPath(scenario, knob.path, jsonFor(knob, value));
  }
  return applyInterventions(scenario, interventions);
}

/**
 * A lab's scenario with something else in the place of a knob. What the knobs after it hold inside of that place stays,
 * as in `scenarioFor`: another index brings a whole disk, which goes on doing as many reads at once as the reader chose.
 */
export function withKnobSet(
  lab: Lab,
  scenario: Scenario,
  knob: Knob,
  set: ChoiceKnob['options'][number]['set'],
): Scenario {
  const inside = lab.knobs
    .slice(lab.knobs.indexOf(knob) + 1)
    .filter(({ path }) => path.startsWith(`${knob.path}.`));
  return inside.reduce(
    (changed, { path }) => withPath(changed, path, valueAtPath(scenario, path)),
    withPath(scenario, knob.path, set),
  );
}

/** The node that a knob changes, or whose fault it changes; `undefined` for the scenario at large. */
export function nodeOfPath(scenario: Scenario, path: string): string | undefined {
  const [branch, name = ''] = path.split('.');
  if (branch === 'nodes') return name;
  if (branch === 'faults') return scenario.faults?.[name]?.node;
  return undefined;
}

/** Whether what a path leads to concerns a machine of a node, counted from 1; 0 for the node as a whole. */
export function concerns(scenario: Scenario, path: string, node: string, machine: number): boolean {
  if (nodeOfPath(scenario, path) !== node) return false;
  const [branch, name = ''] = path.split('.');
  const struck = branch === 'faults' ? (scenario.faults?.[name]?.instance ?? 0) : 0;
  return machine === 0 || struck === 0 || struck === machine;
}

/**
 * The values that a range can take, ascending: every step on a linear scale; on a
 * log scale about sixty round ones (two digits, on a step), about equally far apart in
 * ratio, between its ends, and all that have one digit: who looks for 300 finds 300.
 * `standing` (where the knob is now) is always among them.
 */
export function rangePositions(knob: RangeKnob, standing: number): readonly number[] {
  const steps = Math.round((knob.maximum - knob.minimum) / knob.step);
  const positions = new Set<number>([standing]);
  if (knob.scale === 'log') {
    const ratio = knob.maximum / knob.minimum;
    positions.add(knob.minimum).add(knob.maximum);
    for (let i = 1; i < 60; i++) {
      const round = Number((knob.minimum * ratio ** (i / 60)).toPrecision(2));
      positions.add(roundToStep(knob, round));
    }
    for (const round of oneDigitNumbers(knob.minimum, knob.maximum)) positions.add(roundToStep(knob, round));
  } else {
    for (let i = 0; i <= steps; i++) positions.add(roundToStep(knob, knob.minimum + i * knob.step));
  }
  return [...positions].sort((a, b) => a - b);
}

/**
 * Throws RangeError that names the nearest stops where a range that stands at `standing` cannot be turned to `value`:
 * `knob "queue-limit": 15 is no stop; the nearest are 14 and 16`.
 */
export function checkStop(knob: RangeKnob, standing: number, value: number): void {
  const stops = rangePositions(knob, standing);
  if (stops.includes(value)) return;
  const below = stops.findLast((stop) => stop < value);
  const above = stops.find((stop) => stop > value);
  const nearest = [below, above].filter((stop) => stop !== undefined);
  throw new RangeError(
    `knob "${knob.id}": ${value} is no stop; the nearest ${nearest.length === 1 ? 'is' : 'are'} ${nearest.join(' and ')}`,
  );
}

/** 1, 2, … 9, 10, 20, … and the like between two bounds, both above zero. */
function oneDigitNumbers(minimum: number, maximum: number): readonly number[] {
  const first = Math.floor(Math.log10(minimum));
  const last = Math.floor(Math.log10(maximum));
  const numbers: number[] = [];
  for (let power = first; power <= last; power++) {
    for (let digit = 1; digit <= 9; digit++) numbers.push(Number(`${digit}e${power}`));
  }
  return numbers.filter((number) => number >= minimum && number <= maximum);
}

/** The nearest value that stands on a step, free of binary dust (0.30000000000000004 is 0.3), within the range. */
export function roundToStep(knob: RangeKnob, value: number): number {
  const onStep = knob.minimum + Math.round((value - knob.minimum) / knob.step) * knob.step;
  return Math.min(knob.maximum, Math.max(knob.minimum, Number(onStep.toPrecision(12))));
}
