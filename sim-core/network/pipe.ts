/**
 * One direction of a link: it sends so many bytes a second, one message after the other,
 * first come first served. Since nothing overtakes, the time at which it is free again is
 * all that it has to know. Lesson: The network between.
 */
export class Pipe {
  /** When the last byte of what was handed to it is on its way, seconds. */
  freeAt = -0;
  declare private readonly secondsPerByte: number;
  private allBytes = 0;
  private busySeconds = -0;
  private bytesInWarmUp = 0;
  private busySecondsInWarmUp = -0;

  /** @param bytesPerSecond Infinity for no limit. */
  constructor(bytesPerSecond: number) {
    this.secondsPerByte = 1 / bytesPerSecond;
  }

  /** Takes a message; `freeAt` then says when it has left. */
  enter(now: number, bytes: number): void {
    const seconds = bytes * this.secondsPerByte;
    this.allBytes += bytes;
    this.busySeconds += seconds;
    this.freeAt = (this.freeAt > now ? this.freeAt : now) + seconds;
  }

  /** Statistics from here on count. */
  warmUpEnds(now: number): void {
    this.bytesInWarmUp = this.allBytes;
    this.busySecondsInWarmUp = this.busyUntil(now);
  }

  /** Bytes handed to it after warm-up. */
  get bytes(): number {
    return this.allBytes - this.bytesInWarmUp;
  }

  /** Share of the measured time in which it sent. */
  utilisation(now: number, measuredSeconds: number): number {
    return Math.max(0, this.busyUntil(now) - this.busySecondsInWarmUp) / measuredSeconds;
  }

  /** Without a gap it sends from now until it is free. */
  private busyUntil(now: number): number {
    return this.busySeconds - Math.max(0, this.freeAt - now);
  }
}
