/** A part of a chart being chosen: from one stop to another, both included. */
export interface StopRange {
  readonly from: number;
  readonly to: number;
}

/** Which part of a chart the reader is marking, by dragging or with Shift and arrow keys. */
export class RangeSelection {
  #anchor: number | null = $state(null);
  #end: number | null = $state(null);

  /** What is marked; null while it is less than two stops wide. */
  get range(): StopRange | null {
    if (this.#anchor === null || this.#end === null || this.#anchor === this.#end) return null;
    return { from: Math.min(this.#anchor, this.#end), to: Math.max(this.#anchor, this.#end) };
  }

  /** Whether a drag or a Shift has begun, be it without going anywhere yet. */
  get isOpen(): boolean {
    return this.#anchor !== null;
  }

  /** Begins at a stop. */
  begin(index: number): void {
    this.#anchor = index;
    this.#end = index;
  }

  /** Reaches to another stop. */
  extend(index: number): void {
    if (this.#anchor !== null) this.#end = index;
  }

  clear(): void {
    this.#anchor = null;
    this.#end = null;
  }

  /** Ends; what was marked, if it was anything. */
  take(): StopRange | null {
    const { range } = this;
    this.clear();
    return range;
  }
}
