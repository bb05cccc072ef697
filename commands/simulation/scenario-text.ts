/*
 * A look at the text of a scenario before it is taken apart. JSON.parse takes seconds for a
 * hundred megabytes that nobody could run, and says nothing of a key that is given twice. A
 * scan that stops at the first thing too much needs milliseconds. Its limits are at or above
 * those of the schema, which refuses the rest.
 */

/** Of a file, bytes: a recording of five million times with all their digits fits. */
export const MOST_BYTES = 128 * 1024 * 1024;
const MOST_DEPTH = 32;
/** Of one object: as many as a scenario may have nodes, faults or links. */
const MOST_KEYS = 1000;
/** Of all objects together. */
const MOST_KEYS_IN_ALL = 500_000;
/** Of one list: as many as there may be recorded times. */
const MOST_NUMBERS = 5_000_000;
/** Of one list of objects, texts or lists: as many as a rate curve may have points. */
const MOST_ENTRIES = 10_000;
/** Of one text or key, bytes: a title of 200 characters fits, each of them escaped. */
const MOST_TEXT_BYTES = 3000;

const QUOTE = 34;
const COMMA = 44;
const OPENING_LIST = 91;
const BACKSLASH = 92;
const CLOSING_LIST = 93;
const OPENING_OBJECT = 123;
const CLOSING_OBJECT = 125;

/** An object or a list that the scan is within. */
interface Container {
  /** Keys so far; null of a list. */
  readonly keys: Set<string> | null;
  /** The key that was read last. */
  key: string;
  /** Entries before the present one. */
  entries: number;
  /** Next comes a key, not a value. */
  beforeKey: boolean;
  /** A list that holds more than numbers. */
  mixed: boolean;
}

/**
 * Looks through the bytes of a JSON text. Whether they are JSON at all is for JSON.parse to say.
 * @throws Error naming the path of what is too deep, too long, too much or given twice.
 */
export function checkScenarioText(bytes: Uint8Array): void {
  const open: Container[] = [];
  let here: Container | null = null;
  let keysInAll = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    // Digits and letters, which most bytes are.
    if (byte > COMMA && byte < OPENING_LIST) continue;
    if (byte === QUOTE) {
      const end = endOfText(bytes, at, open);
      if (here?.beforeKey) {
        if (++keysInAll > MOST_KEYS_IN_ALL)
          refuse([], `has more than ${MOST_KEYS_IN_ALL} keys in all`, `at most ${MOST_KEYS_IN_ALL}`);
        takeKey(open, here, keyIn(bytes, at, end));
      } else markMixed(open, here);
      at = end;
    } else if (byte === COMMA) {
      if (here !== null) countEntry(open, here);
    } else if (byte === OPENING_OBJECT || byte === OPENING_LIST) {
      markMixed(open, here);
      here = containerOf(byte === OPENING_OBJECT);
      open.push(here);
      if (open.length > MOST_DEPTH)
        refuse(open.slice(0, 4), `is nested more than ${MOST_DEPTH} deep`, `at most ${MOST_DEPTH}`);
    } else if (byte === CLOSING_OBJECT || byte === CLOSING_LIST) {
      open.pop();
      here = open.at(-1) ?? null;
    }
  }
}

function containerOf(isObject: boolean): Container {
  return { keys: isObject ? new Set() : null, key: '', entries: 0, beforeKey: isObject, mixed: false };
}

function countEntry(open: readonly Container[], here: Container): void {
  here.entries++;
  here.beforeKey = here.keys !== null;
  if (here.keys === null && here.entries >= MOST_NUMBERS)
    refuse(open.slice(0, -1), `is a list of more than ${MOST_NUMBERS}`, `at most ${MOST_NUMBERS} numbers`);
  if (here.mixed) checkMixed(open, here);
}

function markMixed(open: readonly Container[], here: Container | null): void {
  if (here?.keys !== null) return;
  here.mixed = true;
  checkMixed(open, here);
}

function checkMixed(open: readonly Container[], { entries }: Container): void {
  if (entries >= MOST_ENTRIES)
    refuse(
      open.slice(0, -1),
      `is a list of more than ${MOST_ENTRIES}`,
      `at most ${MOST_ENTRIES} where not all are numbers`,
    );
}

function takeKey(open: readonly Container[], here: Container, key: string): void {
  if (here.keys!.has(key))
    refuse([...open.slice(0, -1), { ...here, key }], 'is given twice', 'each key once');
  here.keys!.add(key);
  here.key = key;
  here.beforeKey = false;
  if (here.keys!.size > MOST_KEYS)
    refuse(open.slice(0, -1), `has more than ${MOST_KEYS} keys`, `at most ${MOST_KEYS}`);
}

/** Where a text that begins here ends: its closing quote, or the end of all. */
function endOfText(bytes: Uint8Array, start: number, open: readonly Container[]): number {
  let at = start + 1;
  for (; at < bytes.length && bytes[at] !== QUOTE; at++) {
    if (bytes[at] === BACKSLASH) at++;
    if (at - start > MOST_TEXT_BYTES) {
      const what = open.at(-1)?.beforeKey ? 'has a key' : 'is a text';
      const whose = open.at(-1)?.beforeKey ? open.slice(0, -1) : open;
      refuse(whose, `${what} of more than ${MOST_TEXT_BYTES} bytes`, `at most ${MOST_TEXT_BYTES}`);
    }
  }
  return at;
}

/** The key between two quotes, escapes undone: `"\u0061"` is `a` given otherwise. */
function keyIn(bytes: Uint8Array, start: number, end: number): string {
  const inner = new TextDecoder().decode(bytes.subarray(start + 1, end));
  if (!inner.includes('\\')) return inner;
  try {
    return JSON.parse(`"${inner}"`) as string;
  } catch {
    return inner;
  }
}

function refuse(open: readonly Container[], what: string, allowed: string): never {
  const path = open.map(({ keys, key, entries }) => (keys === null ? String(entries) : shortened(key)));
  throw new Error(`scenario: ${path.length === 0 ? 'it' : path.join('.')} ${what}; expected ${allowed}`);
}

function shortened(key: string): string {
  const start = key.length > 40 ? `${key.slice(0, 40)}…` : key;
  return start.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '?');
}
