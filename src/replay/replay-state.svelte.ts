import type { Scenario } from '#sim-core';
import { openReplayWorker } from './open-replay-worker.ts';
import type { LogView, ReplayAnswer, ReplayRequest } from './replay-messages.ts';
import type { ReplayServer } from './replay-server.ts';
import type { ReplayWindow, WindowName } from './replay-window.ts';
import type { ReplayComparison, ReplaySettings } from './replay.ts';
import { speedRange, type SpeedRange } from './speed-up.ts';

/** What the widget shows before anybody touched it: the sample log, replayed at build. */
export interface ReplayView {
  readonly log: LogView;
  readonly comparison: ReplayComparison;
}

export type ReplayActivity = 'idle' | 'reading' | 'replaying';

/** Work that is done sooner shows no progress: it would only flicker. */
const PATIENCE_MILLISECONDS = 300;

/** What the replay shows and all that can happen to it. */
export class ReplayState {
  readonly server: ReplayServer;
  readonly #scenario: Scenario;
  readonly #sample: ReplayView;
  #worker: Worker | undefined;
  #ticket = 0;
  /** A log that has been read but not replayed yet. */
  #nextLog: LogView | undefined = $state.raw();
  #patience: ReturnType<typeof setTimeout> | undefined;

  log: LogView = $state.raw(undefined!);
  comparison: ReplayComparison = $state.raw(undefined!);
  /** What the knobs say; the comparison follows as soon as it is computed. */
  settings: ReplaySettings = $state.raw(undefined!);
  activity: ReplayActivity = $state('idle');
  /** Share done of what is going on, 0 to 1. */
  progress = $state(0);
  isProgressShown = $state(false);
  /** Requests found so far in a file that is being read. */
  requestsRead = $state(0);
  /** Name of the file that is being read, or was read in vain. */
  fileName = $state('');
  problem: string | null = $state(null);

  /** @param server of the scenario, found while the site is built: a page need not know all distributions. */
  constructor(scenario: Scenario, server: ReplayServer, sample: ReplayView) {
    this.#scenario = scenario;
    this.server = server;
    this.#sample = sample;
    this.#show(sample);
  }

  get window(): ReplayWindow {
    return this.log.windows.find(({ name }) => name === this.settings.window) ?? this.log.windows[0]!;
  }

  /** Another log is on its way: what the knobs say will be about that one. */
  get isTakingLog(): boolean {
    return this.activity === 'reading' || this.#nextLog !== undefined;
  }

  /** Speeds for the window in use, on the server as the lesson gives it. */
  get speeds(): SpeedRange {
    return speedRange(this.window, this.server);
  }

  /** The speed that loads the server, as the knobs now have it, to the target. */
  get fairSpeed(): number {
    const { cores, serviceSeconds } = this.settings;
    const { minimum, maximum } = this.speeds;
    const { suggested } = speedRange(this.window, { ...this.server, cores, serviceSeconds });
    return Math.min(maximum, Math.max(minimum, suggested));
  }

  read(file: File): void {
    this.problem = null;
    this.fileName = file.name;
    this.requestsRead = 0;
    this.#begin('reading');
    this.#ask({ kind: 'read', ticket: this.#ticket, file });
  }

  /** Back to the log that the page came with. */
  useSample(): void {
    this.cancel();
    this.problem = null;
    this.#show(this.#sample);
  }

  chooseWindow(name: WindowName): void {
    this.settings = { ...this.settings, window: name };
    this.change({ speed: this.speeds.suggested });
  }

  change(change: Partial<ReplaySettings>): void {
    this.settings = { ...this.settings, ...change };
    this.problem = null;
    this.fileName = '';
    this.#askReplay(this.log, this.settings);
  }

  /** Stops reading or replaying; what was shown before stays. */
  cancel(): void {
    if (this.activity === 'idle') return;
    this.#ticket++;
    this.#worker?.postMessage({ kind: 'cancel', ticket: this.#ticket } satisfies ReplayRequest);
    this.#rest();
  }

  dispose(): void {
    clearTimeout(this.#patience);
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #show({ log, comparison }: ReplayView): void {
    this.log = log;
    this.comparison = comparison;
    this.settings = comparison.settings;
  }

  #askReplay({ source }: LogView, settings: ReplaySettings): void {
    this.#begin('replaying');
    this.#ask({ kind: 'replay', ticket: this.#ticket, source, scenario: this.#scenario, settings });
  }

  #begin(activity: ReplayActivity): void {
    const isPatient = this.activity !== activity;
    this.#ticket++;
    this.activity = activity;
    this.progress = 0;
    if (!isPatient) return;
    clearTimeout(this.#patience);
    this.isProgressShown = false;
    this.#patience = setTimeout(() => (this.isProgressShown = true), PATIENCE_MILLISECONDS);
  }

  #rest(): void {
    clearTimeout(this.#patience);
    this.#nextLog = undefined;
    this.settings = this.comparison.settings;
    this.activity = 'idle';
    this.isProgressShown = false;
  }

  #ask(request: ReplayRequest): void {
    try {
      this.#worker ??= this.#startWorker();
      this.#worker.postMessage(request);
    } catch (error) {
      this.#fail(
        `This browser cannot replay logs here: ${error instanceof Error ? error.message : String(error)}.`,
      );
    }
  }

  #startWorker(): Worker {
    const worker = openReplayWorker();
    worker.onmessage = (event: MessageEvent<ReplayAnswer>) => this.#take(event.data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.dispose();
      this.#fail('The replay could not be loaded. Reload the page and try again.');
    };
    return worker;
  }

  #take(answer: ReplayAnswer): void {
    if (answer.ticket !== this.#ticket) return;
    if (answer.kind === 'progress') {
      this.progress = answer.ratio;
      this.requestsRead = answer.requests;
    } else if (answer.kind === 'problem') {
      this.#fail(answer.message);
    } else if (answer.kind === 'log') {
      this.#takeLog(answer.log);
    } else {
      this.#show({ log: this.#nextLog ?? this.log, comparison: answer.comparison });
      this.#rest();
    }
  }

  /** Log and comparison change together, so the new log waits for its first replay. */
  #takeLog(log: LogView): void {
    this.#nextLog = log;
    const { suggested } = speedRange(log.windows[0]!, this.server);
    const { cores, serviceSeconds } = this.#sample.comparison.settings;
    this.#askReplay(log, { window: 'whole', cores, serviceSeconds, speed: suggested });
  }

  #fail(message: string): void {
    this.problem = message;
    this.#rest();
  }
}
