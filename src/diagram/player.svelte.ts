/** Seconds of the reader's time that a dot takes from one column to the next, and an answer to fade. */
const travelSeconds = 0.28;
const fadeSeconds = 0.4;
/** A step is shown in this time at most. */
const stepSeconds = 0.25;
/** Text follows the clock so many times a second: calm enough to read. */
const textsPerSecond = 8;

/** What the clock belongs to. */
export interface Film {
  /** Length of the run, seconds. */
  endSeconds(): number;
  /** Whether there is anything to show; until then the clock stands. */
  ready(): boolean;
  /** Shows the picture at `clock`. */
  draw(): void;
}

/** The clock of a diagram: where in the run it is, how fast it goes, whether it goes. */
export class Player {
  playing = $state(false);
  /** Time of the run that texts show; null at rest, where they show means of the whole run. */
  seconds = $state<number | null>(null);
  /** Simulated seconds in a second of the reader's. */
  ratio = $state(1);
  /** Time that the picture shows; moves with every frame. */
  clock = 0;

  #frame = 0;
  #before = 0;
  #shownAt = 0;
  #until: number | null = null;
  #untilRatio = 0;
  readonly #film: Film;

  constructor(ratio: number, film: Film) {
    this.ratio = ratio;
    this.#film = film;
  }

  /** Simulated time that a dot is on its way; there is none in the model. */
  get travelSeconds(): number {
    return travelSeconds * this.ratio;
  }

  get fadeSeconds(): number {
    return fadeSeconds * this.ratio;
  }

  play(fromSeconds: number): void {
    if (this.seconds === null || this.clock >= this.#film.endSeconds()) this.clock = fromSeconds;
    this.#until = null;
    this.playing = true;
    this.#publish();
    this.wake();
  }

  pause(): void {
    this.playing = false;
    this.sleep();
    this.#publish();
  }

  /** Stands still at this time. */
  seek(seconds: number): void {
    this.#until = null;
    this.clock = Math.min(this.#film.endSeconds(), Math.max(0, seconds));
    this.#publish();
    this.#film.draw();
  }

  /** Moves on to this time and stands there; at once if nothing may move. */
  stepTo(seconds: number, still: boolean): void {
    this.pause();
    if (still) {
      this.seek(seconds);
      return;
    }
    this.#until = seconds;
    this.#untilRatio = Math.max(this.ratio, (seconds - this.clock) / stepSeconds);
    this.wake();
  }

  /** Back to the whole run. */
  rest(): void {
    this.playing = false;
    this.#until = null;
    this.sleep();
    this.seconds = null;
    this.#film.draw();
  }

  /** Lets frames run again, if the clock goes. */
  wake(): void {
    if (this.#frame !== 0 || !(this.playing || this.#until !== null)) return;
    this.#before = performance.now();
    this.#frame = requestAnimationFrame(this.#tick);
  }

  /** Stops the frames, not the clock's intention: out of sight nothing needs to move. */
  sleep(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  readonly #tick = (now: number): void => {
    this.#frame = 0;
    // After a pause of the browser's the picture goes on where it was.
    const elapsed = Math.min(0.1, Math.max(0, (now - this.#before) / 1000));
    if (this.#film.ready()) this.clock += elapsed * (this.#until === null ? this.ratio : this.#untilRatio);
    if (this.#until !== null && this.clock >= this.#until) {
      this.clock = this.#until;
      this.#until = null;
      this.#publish();
    }
    if (this.playing && this.clock >= this.#film.endSeconds()) {
      this.rest();
      return;
    }
    if (now - this.#shownAt >= 1000 / textsPerSecond) {
      this.#shownAt = now;
      this.#publish();
    }
    this.#film.draw();
    this.wake();
    this.#before = now;
  };

  #publish(): void {
    this.seconds = this.clock;
  }
}
