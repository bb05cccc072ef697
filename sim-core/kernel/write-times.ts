/**
 * When each key was last written, so that whoever answers from a copy can tell whether the
 * copy is older than that. A write counts from the moment at which the innermost node that
 * knows of keys was done with it: a database when it commits, a cache when the node behind it
 * has answered, and where there is neither, users when their request is answered. Lesson: Caching.
 */
export class WriteTimes {
  private readonly times = new Map<number, number>();

  /** Time of the last write to a key, seconds; −1 when it was never written. */
  lastAt(key: number): number {
    return this.times.get(key) ?? -1;
  }

  /** A write to a key, which is not negative, was done at this time. */
  note(key: number, atSeconds: number): void {
    this.times.set(key, atSeconds);
  }

  /** The same, unless a node further in has noted one since the write was asked for. */
  noteUnlessNoted(key: number, askedAtSeconds: number, atSeconds: number): void {
    if (this.lastAt(key) < askedAtSeconds) this.times.set(key, atSeconds);
  }
}
