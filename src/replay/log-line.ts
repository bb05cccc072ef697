import { LOG_TIME_BYTES, readLogTime } from './log-time.ts';

/** What a line says, as positions in its bytes. One record is filled again for every line. */
export interface LogLine {
  /** Time of the request, seconds since 1970-01-01 UTC; whole seconds. */
  epochSeconds: number;
  hostStart: number;
  hostEnd: number;
  /** The method, in capital letters; empty (start = end) for `-` or garbage such as a TLS greeting. */
  methodStart: number;
  methodEnd: number;
  /** 0 to 999; 0 where the log has `-`. */
  status: number;
  /** Bytes of the response; 0 where the log has `-`. */
  responseBytes: number;
}

/** Why a line cannot be read, by its code. */
export const LINE_FAULTS = {
  'too-long': 'longer than 64 KiB',
  'no-time': 'no time in square brackets',
  'bad-time': 'the time is not like 17/May/2015:10:05:03 +0000',
  'no-fields': 'host, identity and user should stand before the time',
  'no-request': 'no request in quotation marks after the time',
  'no-status': 'no status code after the request',
  'no-size': 'no size after the status code',
} as const;

export type LineFault = keyof typeof LINE_FAULTS;

const SPACE = 0x20;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const DASH = 0x2d;

/** An empty record for `readLogLine` to fill. */
export function blankLogLine(): LogLine {
  return {
    epochSeconds: 0,
    hostStart: 0,
    hostEnd: 0,
    methodStart: 0,
    methodEnd: 0,
    status: 0,
    responseBytes: 0,
  };
}

/**
 * Reads `bytes[start, end)`, a line of the Common or Combined Log Format without
 * its line end, into `line`. Returns null, or what is wrong with it. What follows
 * the size (referrer, user agent, whatever else a server adds) is not looked at.
 * Source of the format: Apache HTTP Server documentation, 'Log Files'.
 */
export function readLogLine(bytes: Uint8Array, start: number, end: number, line: LogLine): LineFault | null {
  const bracket = readTime(bytes, start, end, line);
  if (bracket < 0) return bracket === -1 ? 'no-time' : 'bad-time';
  if (!readHost(bytes, start, bracket, line)) return 'no-fields';

  const quote = bracket + LOG_TIME_BYTES + 3;
  if (quote >= end || bytes[quote - 1] !== SPACE || bytes[quote] !== QUOTE) return 'no-request';
  readMethod(bytes, quote + 1, end, line);

  const afterRequest = readStatus(bytes, quote + 1, end, line);
  if (afterRequest < 0) return afterRequest === -1 ? 'no-request' : 'no-status';
  return readSize(bytes, afterRequest, end, line) ? null : 'no-size';
}

/** Position of the `[` of the time; -1 if there is none, -2 if what stands in brackets is no time. */
function readTime(bytes: Uint8Array, start: number, end: number, line: LogLine): number {
  let found = -1;
  // User names may hold brackets, so each ` [` gets its chance.
  for (let at = start + 1; at < end; at++) {
    if (bytes[at] !== 0x5b || bytes[at - 1] !== SPACE) continue;
    const close = at + LOG_TIME_BYTES + 1;
    line.epochSeconds = close < end && bytes[close] === 0x5d ? readLogTime(bytes, at + 1) : NaN;
    if (line.epochSeconds === line.epochSeconds) return at;
    found = -2;
  }
  return found;
}

/** Host, identity and user stand before the time; `vhost:port` may stand before them. */
function readHost(bytes: Uint8Array, start: number, bracket: number, line: LogLine): boolean {
  let tokens = 0;
  let firstEnd = start;
  let secondEnd = start;
  for (let at = start; at < bracket; at++) {
    if (bytes[at] !== SPACE || at === start || bytes[at - 1] === SPACE) continue;
    tokens++;
    if (tokens === 1) firstEnd = at;
    else if (tokens === 2) secondEnd = at;
  }
  if (tokens < 3) return false;
  const hasVirtualHost = tokens > 3 && endsWithPort(bytes, start, firstEnd);
  line.hostStart = hasVirtualHost ? firstEnd + 1 : start;
  line.hostEnd = hasVirtualHost ? secondEnd : firstEnd;
  return true;
}

/** `name:443`, but no IPv6 address. */
function endsWithPort(bytes: Uint8Array, start: number, end: number): boolean {
  let at = end;
  while (at > start && isDigit(bytes[at - 1]!)) at--;
  if (at === end || bytes[at - 1] !== 0x3a) return false;
  for (let before = start; before < at - 1; before++) if (bytes[before] === 0x3a) return false;
  return true;
}

function readMethod(bytes: Uint8Array, start: number, end: number, line: LogLine): void {
  let at = start;
  while (at < end && at - start < 20 && bytes[at]! >= 0x41 && bytes[at]! <= 0x5a) at++;
  line.methodStart = start;
  line.methodEnd = at < end && bytes[at] === SPACE ? at : start;
}

/**
 * Finds the quotation mark that ends the request and the status behind it. Escaped
 * marks (`\"`) are part of the request, and so are bare ones that no status
 * follows: some servers do not escape. Returns the position after the status, -1
 * without a closing mark, -2 without a status.
 */
function readStatus(bytes: Uint8Array, start: number, end: number, line: LogLine): number {
  let found = -1;
  for (let at = start; at < end; at++) {
    if (bytes[at] === BACKSLASH) {
      at++;
      continue;
    }
    if (bytes[at] !== QUOTE) continue;
    found = -2;
    if (bytes[at + 1] !== SPACE) continue;
    const width = bytes[at + 2] === DASH ? 1 : threeDigitsAt(bytes, at + 2) ? 3 : 0;
    const after = at + 2 + width;
    if (width === 0 || after > end || (after < end && bytes[after] !== SPACE)) continue;
    line.status = width === 1 ? 0 : number(bytes, at + 2, after);
    return after;
  }
  return found;
}

function readSize(bytes: Uint8Array, afterStatus: number, end: number, line: LogLine): boolean {
  const start = afterStatus + 1;
  let at = start;
  while (at < end && isDigit(bytes[at]!)) at++;
  line.responseBytes = number(bytes, start, Math.min(at, start + 15));
  if (at === start && at < end && bytes[at] === DASH) at++;
  return at > start && at <= end && (at === end || bytes[at] === SPACE);
}

function threeDigitsAt(bytes: Uint8Array, at: number): boolean {
  return isDigit(bytes[at]!) && isDigit(bytes[at + 1]!) && isDigit(bytes[at + 2]!);
}

/** False for `undefined` too, past the end of the bytes. */
function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function number(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) value = value * 10 + bytes[at]! - 0x30;
  return value;
}
