import { ScenarioError } from './scenario-error.ts';

/*
 * A small vocabulary for saying what a valid scenario is. A check takes an untrusted
 * value and gives back a clean copy of it, with nothing in it that was not asked for,
 * or throws a ScenarioError. Sizes are checked before contents, so that hostile input
 * is refused quickly.
 */

/** Where a value stands: whose it is, under which keys. */
export interface Place {
  /** What a message calls the owner: `service "api"`. */
  readonly owner: string;
  /** Keys from the owner down: `arrivals.ratePerSecond`. */
  readonly key: string;
  /** Keys from the scenario down. */
  readonly path: string;
}

export type Check<T> = (value: unknown, place: Place) => T;

/** The place of a key within a place. */
export function within(place: Place, key: string): Place {
  return {
    owner: place.owner,
    key: place.key === '' ? key : `${place.key}.${key}`,
    path: place.path === '' ? key : `${place.path}.${key}`,
  };
}

/** Throws; `expected` completes the sentence 'x is 3; expected …'. */
export function refuse(place: Place, value: unknown, expected: string): never {
  const subject = place.key === '' ? 'it' : place.key;
  const state = value === undefined ? 'is missing' : `is ${show(value)}`;
  throw new ScenarioError(place.path, `${place.owner}: ${subject} ${state}; expected ${expected}`);
}

/** The start of a text, without characters that could move a cursor or break a line. */
function printable(text: string): string {
  const start = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return start.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, (character) => {
    return `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`;
  });
}

function show(value: unknown): string {
  if (typeof value === 'string') return `"${printable(value).replaceAll('"', '\\"')}"`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'function' ? 'a function' : String(value);
}

interface Range {
  readonly minimum: number;
  readonly maximum: number;
  /** The minimum itself is not allowed. */
  readonly above?: boolean;
}

export function number({ minimum, maximum, above = false }: Range): Check<number> {
  const expected = above
    ? `a number above ${minimum} up to ${maximum}`
    : `a number from ${minimum} to ${maximum}`;
  return (value, place) => {
    if (
      typeof value !== 'number' ||
      !(value >= minimum && value <= maximum) ||
      (above && value === minimum)
    ) {
      return refuse(place, value, expected);
    }
    return value;
  };
}

export function integer(minimum: number, maximum: number): Check<number> {
  return (value, place) => {
    if (!Number.isInteger(value) || (value as number) < minimum || (value as number) > maximum) {
      return refuse(place, value, `an integer from ${minimum} to ${maximum}`);
    }
    return value as number;
  };
}

export function text(maximumLength: number): Check<string> {
  return (value, place) => {
    if (typeof value !== 'string' || value.length > maximumLength) {
      return refuse(place, value, `a text of at most ${maximumLength} characters`);
    }
    return value;
  };
}

/** One of these words. */
export function choice<const T extends string>(...words: readonly T[]): Check<T> {
  return (value, place) =>
    words.find((word) => word === value) ?? refuse(place, value, words.map((word) => `"${word}"`).join(', '));
}

export const flag: Check<boolean> = (value, place) =>
  typeof value === 'boolean' ? value : refuse(place, value, 'true or false');

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** An id: lower-case words joined by hyphens, at most 60 characters. */
export const id: Check<string> = (value, place) =>
  typeof value === 'string' && value.length <= 60 && ID.test(value)
    ? value
    : refuse(place, value, 'at most 60 characters: lower-case words joined by hyphens, such as "api-server"');

/** What people see instead of an id. */
export const label = { optional: text(60) };

export function listOf<T>(check: Check<T>, minimum: number, maximum: number): Check<T[]> {
  return (value, place) => {
    if (!Array.isArray(value) || value.length < minimum || value.length > maximum) {
      return refuse(place, value, `a list of ${minimum} to ${maximum}`);
    }
    // Array.from visits holes too.
    return Array.from(value, (entry, i) => check(entry, within(place, String(i))));
  };
}

export function record(value: unknown, place: Place): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse(place, value, 'an object');
  return value as Record<string, unknown>;
}

/** Entries by id. `placeOf` may give each entry an owner of its own. */
export function mapOf<T>(
  check: Check<T>,
  {
    minimum = 0,
    maximum,
    placeOf = within,
  }: { minimum?: number; maximum: number; placeOf?: (place: Place, key: string, value: unknown) => Place },
): Check<Record<string, T>> {
  return (value, place) => {
    const source = record(value, place);
    const keys = Object.keys(source);
    if (keys.length < minimum || keys.length > maximum) {
      const subject = place.key === '' ? 'it' : place.key;
      throw new ScenarioError(
        place.path,
        `${place.owner}: ${subject} has ${keys.length} entries; expected ${minimum} to ${maximum}`,
      );
    }
    return Object.fromEntries(
      keys.map((key) => {
        id(key, { ...place, key: `${place.key === '' ? 'a' : place.key} name`.trim() });
        return [key, check(source[key], placeOf(place, key, source[key]))];
      }),
    );
  };
}

/** A key that may be left out. */
export interface Optional<T> {
  readonly optional: Check<T>;
}
export const optional = <T>(check: Check<T>): Optional<T> => ({ optional: check });

type Shape = Readonly<Record<string, Check<unknown> | Optional<unknown>>>;
type OptionalKeys<S extends Shape> = { [K in keyof S]: S[K] extends Optional<unknown> ? K : never }[keyof S];
type Shaped<S extends Shape> = {
  -readonly [K in Exclude<keyof S, OptionalKeys<S>>]: S[K] extends Check<infer T> ? T : never;
} & { -readonly [K in OptionalKeys<S>]?: S[K] extends Optional<infer T> ? T : never };

/** An object with these keys and no others. */
export function object<S extends Shape>(shape: S): Check<Shaped<S>> {
  const known = Object.keys(shape);
  return (value, place) => {
    const source = record(value, place);
    for (const key of Object.keys(source)) {
      if (!known.includes(key)) {
        const shown = printable(key);
        const subject = within({ ...place }, shown);
        throw new ScenarioError(
          subject.path,
          `${place.owner}: ${subject.key} is not a known key; expected ${known.join(', ')}`,
        );
      }
    }
    const result: [string, unknown][] = [];
    for (const key of known) {
      const check = shape[key]!;
      const entry = Object.hasOwn(source, key) ? source[key] : undefined;
      if (typeof check === 'function') result.push([key, check(entry, within(place, key))]);
      else if (entry !== undefined) result.push([key, check.optional(entry, within(place, key))]);
    }
    return Object.fromEntries(result) as Shaped<S>;
  };
}

/** One of several objects, told apart by their key `kind`. */
export function variant<T extends { kind: string }>(
  variants: Readonly<Record<T['kind'], Check<T>>>,
): Check<T> {
  const kinds = Object.keys(variants);
  return (value, place) => {
    const { kind } = record(value, place);
    if (typeof kind !== 'string' || !kinds.includes(kind)) {
      return refuse(within(place, 'kind'), kind, kinds.map((name) => `"${name}"`).join(', '));
    }
    return variants[kind as T['kind']](value, place);
  };
}

/** Exactly this value. */
export function literal<const T extends string | number>(wanted: T): Check<T> {
  return (value, place) => (value === wanted ? wanted : refuse(place, value, JSON.stringify(wanted)));
}
