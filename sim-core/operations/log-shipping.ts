import type { ShippedLog } from '../scenario/observability.ts';

/**
 * Lines on their way from one machine to a service elsewhere: a line stays for a while, until
 * its batch is full, and goes when those before it have gone. The times at which lines leave
 * are known when they are written, so shipping takes no events. Lesson: Logging.
 */
export class LogShipping {
  /** Lines that are gone from the machine, and safe. */
  sent = 0;
  readonly #delaySeconds: number;
  readonly #lineSeconds: number;
  readonly #bufferLines: number;
  /** When each waiting line leaves, in a ring; it grows up to the buffer. */
  #leaves = new Float64Array(16);
  #first = 0;
  #waiting = 0;
  #lastLeaves = -Infinity;

  constructor(
    { delaySeconds = 1, megabytesPerSecond = 10, bufferLines = 10_000 }: ShippedLog,
    bytesPerLine: number,
  ) {
    this.#delaySeconds = delaySeconds;
    this.#lineSeconds = bytesPerLine / (megabytesPerSecond * 1e6);
    this.#bufferLines = bufferLines;
  }

  /** Takes a line. Returns false when the buffer has no room for it. */
  write(now: number): boolean {
    this.#letGo(now);
    if (this.#waiting === this.#bufferLines) return false;
    if (this.#waiting === this.#leaves.length) this.#grow();
    const leaves = Math.max(now + this.#delaySeconds, this.#lastLeaves + this.#lineSeconds);
    this.#leaves[(this.#first + this.#waiting) % this.#leaves.length] = leaves;
    this.#waiting++;
    this.#lastLeaves = leaves;
    return true;
  }

  /** When the line that was taken last leaves the machine, seconds. */
  get lastLeaves(): number {
    return this.#lastLeaves;
  }

  /** The machine is gone. Returns the lines that go with it. */
  crash(now: number): number {
    this.#letGo(now);
    const lost = this.#waiting;
    this.#waiting = 0;
    this.#lastLeaves = -Infinity;
    return lost;
  }

  /** Lines still on the machine; asking changes nothing. */
  waitingAt(now: number): number {
    let gone = 0;
    while (gone < this.#waiting && this.#leaves[(this.#first + gone) % this.#leaves.length]! <= now) gone++;
    return this.#waiting - gone;
  }

  /** All lines that were taken so far and have left by now; asking changes nothing. */
  sentBy(now: number): number {
    return this.sent + this.#waiting - this.waitingAt(now);
  }

  #letGo(now: number): void {
    while (this.#waiting > 0 && this.#leaves[this.#first]! <= now) {
      this.#first = (this.#first + 1) % this.#leaves.length;
      this.#waiting--;
      this.sent++;
    }
  }

  #grow(): void {
    const { length } = this.#leaves;
    const larger = new Float64Array(length * 2);
    for (let i = 0; i < this.#waiting; i++) larger[i] = this.#leaves[(this.#first + i) % length]!;
    this.#leaves = larger;
    this.#first = 0;
  }
}
