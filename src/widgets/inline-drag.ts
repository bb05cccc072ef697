/** What is dragged: the values it can take, ascending, where it stands, and where to put a new one. */
export interface InlineTarget {
  readonly positions: () => readonly number[];
  readonly value: () => number;
  readonly turn: (value: number) => void;
}

/** A knob moves by one position for so much of a finger's way. */
const pixelsAPosition = 6;

/** Steps of a key through the positions; whole numbers are positions, fractions are shares of all of them. */
const keySteps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 0.1,
  PageDown: -0.1,
};

/** Turns a number in the text by dragging it sideways, or by the keys of a slider. */
export class InlineDrag {
  readonly #target: InlineTarget;
  #startX: number | null = null;
  #startIndex = 0;

  constructor(target: InlineTarget) {
    this.#target = target;
  }

  begin(event: PointerEvent): void {
    if (event.button !== 0) return;
    (event.currentTarget as Element | null)?.setPointerCapture(event.pointerId);
    this.#startX = event.clientX;
    this.#startIndex = this.#index();
  }

  move(event: PointerEvent): void {
    if (this.#startX === null) return;
    this.#go(this.#startIndex + Math.round((event.clientX - this.#startX) / pixelsAPosition));
  }

  end(): void {
    this.#startX = null;
  }

  press(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const count = this.#target.positions().length;
    const step = keySteps[event.key];
    if (event.key === 'Home') this.#go(0);
    else if (event.key === 'End') this.#go(count - 1);
    else if (step === undefined) return;
    else
      this.#go(
        this.#index() + (Math.abs(step) < 1 ? Math.sign(step) * Math.ceil(Math.abs(step) * count) : step),
      );
    event.preventDefault();
  }

  #index(): number {
    return this.#target.positions().indexOf(this.#target.value());
  }

  #go(index: number): void {
    const positions = this.#target.positions();
    const value = positions[Math.min(positions.length - 1, Math.max(0, index))];
    if (value !== undefined && value !== this.#target.value()) this.#target.turn(value);
  }
}
