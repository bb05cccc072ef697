import cases from './ground-truth.json' with { type: 'json' };

/**
 * A published or exact value that nobody on this project made up, as carried in
 * `ground-truth.json`. Keys of `params` and `expected` are those of the source.
 */
export interface GroundTruth {
  readonly id: string;
  /** Book, paper, table or test suite that the expected values come from. */
  readonly source: string;
  /** What is modelled, in the words of the field. */
  readonly model: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance: Tolerance;
  readonly note?: string;
}

/** How far a simulation of `n` customers may be off: five standard deviations plus rounding. */
export interface Tolerance {
  readonly type: 'rel' | 'abs' | 'none';
  readonly value: number | null;
  /** Overrides `value` for some of the expected keys. */
  readonly per_key?: Readonly<Record<string, number>>;
  readonly n?: number | string;
  readonly basis?: string;
}

export const groundTruth = cases as unknown as readonly GroundTruth[];

/**
 * The case with this id.
 * @throws RangeError when there is none.
 */
export function groundTruthOf(id: string): GroundTruth {
  const found = groundTruth.find((truth) => truth.id === id);
  if (found === undefined)
    throw new RangeError(`ground truth: id is "${id}"; expected one of ground-truth.json`);
  return found;
}

/**
 * A number from `params`.
 * @throws RangeError when it is missing or no number.
 */
export function parameter(truth: GroundTruth, name: string): number {
  return numberOf(truth, 'params', truth.params[name], name);
}

/**
 * A number from `params`, or a default when it is missing.
 * @throws RangeError when it is there and no number.
 */
export function parameterOr(truth: GroundTruth, name: string, fallback: number): number {
  const value = truth.params[name];
  return value === undefined ? fallback : numberOf(truth, 'params', value, name);
}

/**
 * A list of numbers from `params`.
 * @throws RangeError when it is missing or something else.
 */
export function parameterList(truth: GroundTruth, name: string): readonly number[] {
  return listOf(truth, 'params', truth.params[name], name);
}

/**
 * A number from `expected`.
 * @throws RangeError when it is missing or no number.
 */
export function expectedNumber(truth: GroundTruth, key: string): number {
  return numberOf(truth, 'expected', truth.expected[key], key);
}

/**
 * A list of numbers from `expected`.
 * @throws RangeError when it is missing or something else.
 */
export function expectedList(truth: GroundTruth, key: string): readonly number[] {
  return listOf(truth, 'expected', truth.expected[key], key);
}

/**
 * One number of a list in `expected` that may hold words such as "+Inf", too.
 * @throws RangeError when it is missing or no number.
 */
export function expectedNumberIn(truth: GroundTruth, key: string, index: number): number {
  const value = (truth.expected[key] as readonly unknown[] | undefined)?.[index];
  return numberOf(truth, 'expected', value, `${key}[${index}]`);
}

/** The tolerance of one expected key, as an absolute difference; null where the case states none. */
export function toleranceOf(truth: GroundTruth, key: string, expected: number): number | null {
  const { type, value, per_key: ofKey } = truth.tolerance;
  const stated = ofKey?.[key] ?? value;
  if (type === 'none' || stated === null) return null;
  return type === 'rel' ? stated * Math.abs(expected) : stated;
}

function numberOf(truth: GroundTruth, where: string, value: unknown, name: string): number {
  if (typeof value !== 'number') {
    throw new RangeError(
      `ground truth "${truth.id}": ${where}.${name} is ${String(value)}; expected a number`,
    );
  }
  return value;
}

function listOf(truth: GroundTruth, where: string, value: unknown, name: string): readonly number[] {
  if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'number')) {
    throw new RangeError(
      `ground truth "${truth.id}": ${where}.${name} is ${String(value)}; expected numbers`,
    );
  }
  return value;
}
