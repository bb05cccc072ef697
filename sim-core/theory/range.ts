/**
 * Checks of the numbers that the formulas are given. Each throws a RangeError that
 * names the model, the number, its value and what is allowed.
 */

export function requirePositive(model: string, name: string, value: number): void {
  if (!(Number.isFinite(value) && value > 0)) refuse(model, name, value, 'a number above 0');
}

export function requireNotNegative(model: string, name: string, value: number): void {
  if (!(Number.isFinite(value) && value >= 0)) refuse(model, name, value, 'a number from 0');
}

export function requireInteger(
  model: string,
  name: string,
  value: number,
  minimum: number,
  maximum: number,
): void {
  if (!(Number.isInteger(value) && value >= minimum && value <= maximum)) {
    refuse(model, name, value, `an integer from ${minimum} to ${maximum}`);
  }
}

/** A probability or a share of a whole, ends included. */
export function requireRatio(model: string, name: string, value: number): void {
  if (!(value >= 0 && value <= 1)) refuse(model, name, value, 'a number from 0 to 1');
}

/** A share of the distribution that a percentile leaves below it: 0.99 for the 99th. */
export function requireShareBelow(model: string, value: number): void {
  if (!(value >= 0 && value < 1))
    refuse(model, 'share below the percentile', value, 'a number from 0 to below 1');
}

function refuse(model: string, name: string, value: number, allowed: string): never {
  throw new RangeError(`${model}: ${name} is ${value}; expected ${allowed}`);
}

/** Servers that a formula may be asked for; the recursions take a step for each. */
export const SERVERS_MAXIMUM = 1_000_000;
