import { type AccessLogError, explainUnreadable } from './access-log-error.ts';
import { ArrivalTimes } from './arrival-times.ts';
import { DistinctCounter } from './distinct-counter.ts';
import { blankLogLine, readLogLine, type LineFault } from './log-line.ts';

/** Largest file that is read, bytes; that of a compressed one counts before it is unpacked. */
export const FILE_BYTES_MAXIMUM = 100 * 1024 * 1024;
/** Requests after which reading stops, so that a log fits into memory and a replay into seconds. */
export const REQUESTS_MAXIMUM = 2_000_000;
const LINE_BYTES_MAXIMUM = 64 * 1024;
const CLIENTS_MAXIMUM = 1_000_000;
const METHODS_MAXIMUM = 20;
/** A file whose first so many lines are all unreadable is taken for something else. */
const HOPELESS_LINES = 5_000;
const KEPT_MALFORMED_LINES = 5;
const EXCERPT_BYTES = 120;

/** A line that could not be read. */
export interface MalformedLine {
  /** Counted from 1. */
  readonly number: number;
  readonly fault: LineFault;
  /** Its beginning, printable. */
  readonly excerpt: string;
}

/** What a log holds, as plain data. Times are seconds since 1970-01-01 UTC. */
export interface AccessLogSummary {
  /** Bytes of text read. */
  readonly bytes: number;
  readonly lines: number;
  readonly blankLines: number;
  /** = lines - blankLines - malformed. */
  readonly requests: number;
  readonly malformed: number;
  /** The first few of them. */
  readonly malformedLines: readonly MalformedLine[];
  readonly firstEpochSeconds: number;
  readonly lastEpochSeconds: number;
  /** Requests logged after a later one; they are sorted. Servers log when a request ends. */
  readonly outOfOrder: number;
  /** Distinct hosts; a lower bound where `clientsCapped`. */
  readonly clients: number;
  readonly clientsCapped: boolean;
  readonly methods: readonly { readonly method: string; readonly count: number }[];
  /** Requests without a readable method: `-`, or bytes of another protocol. They arrived all the same. */
  readonly unreadableRequests: number;
  /** Requests by status class: index 2 counts 200 to 299; index 0 what has no status. */
  readonly statusClasses: readonly number[];
  readonly responseBytes: number;
  /** Distinct minutes of the hour that occur, 1 to 60. */
  readonly minutesOfHour: number;
  /** Reading stopped at `REQUESTS_MAXIMUM`. */
  readonly isTruncated: boolean;
}

export interface AccessLog {
  readonly summary: AccessLogSummary;
  /** Ascending, seconds since `summary.firstEpochSeconds`; see `ArrivalTimes` on the second's fraction. */
  readonly arrivalSeconds: Float64Array;
}

/**
 * Reads an access log (Common or Combined Log Format) piece by piece: `push` the
 * bytes as they come, then `finish`. Where they are cut does not matter. Throws
 * `AccessLogError` from either when the file is no log.
 */
export class AccessLogParser {
  #bytes = 0;
  #lines = 0;
  #blankLines = 0;
  #malformed = 0;
  #outOfOrder = 0;
  #unreadableRequests = 0;
  #responseBytes = 0;
  #sampledBytes = 0;
  #controlBytes = 0;
  #isTruncated = false;
  readonly #head = new Uint8Array(8);
  readonly #line = blankLogLine();
  readonly #arrivals = new ArrivalTimes();
  readonly #clients = new DistinctCounter(CLIENTS_MAXIMUM);
  readonly #methods = new Map<number, { method: string; count: number }>();
  readonly #statusClasses = new Array<number>(10).fill(0);
  readonly #malformedLines: MalformedLine[] = [];
  /** The beginning of a line whose end has not come yet. */
  readonly #carry = new Uint8Array(LINE_BYTES_MAXIMUM + 1);
  #carryBytes = 0;

  /** Requests read so far. */
  get requests(): number {
    return this.#arrivals.count;
  }

  /** True once further bytes would be ignored. */
  get isFull(): boolean {
    return this.#isTruncated;
  }

  push(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length && this.#bytes + at < this.#head.length; at++) {
      this.#head[this.#bytes + at] = chunk[at]!;
    }
    this.#bytes += chunk.length;
    if (this.#isTruncated) return;
    let start = 0;
    let newline = chunk.indexOf(0x0a);
    if (this.#carryBytes > 0 && newline >= 0) {
      this.#keep(chunk, 0, newline);
      this.#read(this.#carry, 0, this.#carryBytes);
      this.#carryBytes = 0;
      start = newline + 1;
      newline = chunk.indexOf(0x0a, start);
    }
    for (; newline >= 0 && !this.#isTruncated; newline = chunk.indexOf(0x0a, start)) {
      this.#read(chunk, start, newline);
      start = newline + 1;
    }
    this.#keep(chunk, start, chunk.length);
  }

  finish(): AccessLog {
    if (this.#carryBytes > 0 && !this.#isTruncated) this.#read(this.#carry, 0, this.#carryBytes);
    this.#carryBytes = 0;
    if (this.#arrivals.count === 0) throw this.#explain(true);
    const arrivals = this.#arrivals.finish();
    const summary: AccessLogSummary = {
      bytes: this.#bytes,
      lines: this.#lines,
      blankLines: this.#blankLines,
      requests: arrivals.seconds.length,
      malformed: this.#malformed,
      malformedLines: this.#malformedLines,
      firstEpochSeconds: arrivals.firstEpochSeconds,
      lastEpochSeconds: arrivals.lastEpochSeconds,
      outOfOrder: this.#outOfOrder,
      clients: this.#clients.count,
      clientsCapped: this.#clients.isFull,
      methods: [...this.#methods.values()].sort((a, b) => b.count - a.count),
      unreadableRequests: this.#unreadableRequests,
      statusClasses: this.#statusClasses,
      responseBytes: this.#responseBytes,
      minutesOfHour: arrivals.minutesOfHour,
      isTruncated: this.#isTruncated,
    };
    return { summary, arrivalSeconds: arrivals.seconds };
  }

  /** Keeps at most one byte more than a line may have: enough to know that it is too long. */
  #keep(chunk: Uint8Array, start: number, end: number): void {
    const room = this.#carry.length - this.#carryBytes;
    const kept = Math.min(end, start + room);
    if (kept <= start) return;
    this.#carry.set(chunk.subarray(start, kept), this.#carryBytes);
    this.#carryBytes += kept - start;
  }

  #read(bytes: Uint8Array, lineStart: number, lineEnd: number): void {
    let start = lineStart;
    let end = lineEnd;
    this.#lines++;
    if (
      this.#lines === 1 &&
      bytes[start] === 0xef &&
      bytes[start + 1] === 0xbb &&
      bytes[start + 2] === 0xbf
    ) {
      start = Math.min(start + 3, end);
    }
    const isTooLong = end - start > LINE_BYTES_MAXIMUM;
    while (start < end && isBlank(bytes[start]!)) start++;
    while (end > start && isBlank(bytes[end - 1]!)) end--;
    if (isTooLong) return this.#refuse(bytes, start, end, 'too-long');
    if (start === end) {
      this.#blankLines++;
      return;
    }
    const fault = readLogLine(bytes, start, end, this.#line);
    if (fault === null) this.#count(bytes);
    else this.#refuse(bytes, start, end, fault);
  }

  #count(bytes: Uint8Array): void {
    const line = this.#line;
    if (this.#arrivals.add(line.epochSeconds)) this.#outOfOrder++;
    this.#clients.add(bytes, line.hostStart, line.hostEnd);
    this.#statusClasses[Math.floor(line.status / 100)]!++;
    this.#responseBytes += line.responseBytes;
    if (line.methodStart === line.methodEnd) this.#unreadableRequests++;
    else this.#countMethod(bytes, line.methodStart, line.methodEnd);
    if (this.#arrivals.count === REQUESTS_MAXIMUM) this.#isTruncated = true;
  }

  #countMethod(bytes: Uint8Array, start: number, end: number): void {
    let key = 0;
    for (let at = start; at < end; at++) key = (key * 31 + bytes[at]!) | 0;
    const known = this.#methods.get(key);
    if (known) known.count++;
    else if (this.#methods.size < METHODS_MAXIMUM) {
      this.#methods.set(key, { method: String.fromCharCode(...bytes.subarray(start, end)), count: 1 });
    }
  }

  #refuse(bytes: Uint8Array, start: number, end: number, fault: LineFault): void {
    this.#malformed++;
    if (this.#malformedLines.length < KEPT_MALFORMED_LINES) {
      this.#malformedLines.push({ number: this.#lines, fault, excerpt: excerpt(bytes, start, end) });
    }
    if (this.#arrivals.count > 0) return;
    // Only lines count here, never chunks: where the bytes are cut must not matter.
    const sampledEnd = Math.min(end, start + LINE_BYTES_MAXIMUM);
    for (let at = start; at < sampledEnd; at++) if (isControl(bytes[at]!)) this.#controlBytes++;
    this.#sampledBytes += sampledEnd - start;
    if (this.#malformed === HOPELESS_LINES) throw this.#explain(false);
  }

  #explain(isWhole: boolean): AccessLogError {
    return explainUnreadable({
      head: this.#head,
      bytes: this.#bytes,
      lines: this.#lines,
      blankLines: this.#blankLines,
      isWhole,
      controlRatio: this.#sampledBytes === 0 ? 0 : this.#controlBytes / this.#sampledBytes,
      firstExcerpt: this.#malformedLines[0]?.excerpt ?? '',
    });
  }
}

/** Reads a log that is in memory already. */
export function parseAccessLog(chunks: Iterable<Uint8Array>): AccessLog {
  const parser = new AccessLogParser();
  for (const chunk of chunks) parser.push(chunk);
  return parser.finish();
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d;
}

/** Control bytes other than tab, line ends and the escape of colored output. */
function isControl(byte: number): boolean {
  return byte < 0x20 ? byte !== 0x09 && byte !== 0x0d && byte !== 0x1b : byte === 0x7f;
}

/** The beginning of a line, with a dot for every control character and every byte that is no UTF-8. */
function excerpt(bytes: Uint8Array, start: number, end: number): string {
  const cut = Math.min(end, start + EXCERPT_BYTES);
  const text = new TextDecoder().decode(bytes.slice(start, cut)).replace(/[\p{Cc}\ufffd]/gu, '·');
  return cut < end ? `${text}…` : text;
}
