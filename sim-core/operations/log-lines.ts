import { mix } from '../random/index.ts';
import type { LogEntry, LogSample } from '../metrics/observability-result.ts';

/** A line that is kept for the reader. */
interface KeptLine {
  readonly entry: LogEntry;
  /** How many were written before it. */
  readonly order: number;
  /** Until then a crash of its machine loses it, seconds. */
  readonly safeAt: number;
  /** From then on it can be read, seconds. */
  readonly readableAt: number;
}

/**
 * A bounded sample of lines, spread over the whole run: when there are too many, every other
 * request is left out, chosen by a hash of its number, so that the lines of one request are
 * kept or left out together.
 */
class LinePool {
  /** One request in so many is kept, a power of two. */
  every = 1;
  lines: KeptLine[] = [];
  readonly #maximum: number;

  constructor(maximum: number) {
    this.#maximum = maximum;
  }

  wants(request: number): boolean {
    return this.#maximum > 0 && (mix(request + 1) & (this.every - 1)) === 0;
  }

  add(line: KeptLine): void {
    this.lines.push(line);
    while (this.lines.length > this.#maximum) {
      this.every *= 2;
      this.lines = this.lines.filter(({ entry }) => this.wants(entry.request!));
      // Requests whose hash is 0 would stay for ever.
      if (this.every >= 2 ** 30) this.lines.length = Math.min(this.lines.length, this.#maximum);
    }
  }
}

/** The lines of all logs that a reader may search afterwards. Lesson: Logging. */
export class LogLines {
  readonly #errors: LinePool;
  readonly #rest: LinePool;
  #kept = 0;

  /** @param maximum lines to keep, from 0; half of them for errors and warnings. */
  constructor(maximum: number) {
    this.#errors = new LinePool(Math.ceil(maximum / 2));
    this.#rest = new LinePool(Math.floor(maximum / 2));
  }

  /** Whether a line of this request is to be kept; most are not, and need not be made. */
  wants(level: LogEntry['level'], request: number): boolean {
    return this.#poolOf(level).wants(request);
  }

  add(entry: LogEntry, safeAt: number, readableAt: number): void {
    this.#poolOf(entry.level).add({ entry, order: this.#kept++, safeAt, readableAt });
  }

  /** A machine's lines that are not safe yet are gone. */
  lose(node: string, instance: number, now: number): void {
    for (const pool of [this.#errors, this.#rest]) {
      pool.lines = pool.lines.filter(
        ({ entry, safeAt }) => entry.node !== node || entry.instance !== instance || safeAt <= now,
      );
    }
  }

  /** What can be read now, with lines about the machines among them. */
  sample(now: number, aboutMachines: readonly LogEntry[]): LogSample {
    const readable = [...this.#errors.lines, ...this.#rest.lines]
      .filter(({ readableAt }) => readableAt <= now)
      .sort((a, b) => a.order - b.order)
      .map(({ entry }) => entry);
    const entries = [...aboutMachines, ...readable].sort((a, b) => a.atSeconds - b.atSeconds);
    return { errorsEvery: this.#errors.every, every: this.#rest.every, entries };
  }

  #poolOf(level: LogEntry['level']): LinePool {
    return level === 'error' || level === 'warning' ? this.#errors : this.#rest;
  }
}
