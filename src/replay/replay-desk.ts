import { partsFor } from '#sim-core';
import { AccessLogError } from './access-log-error.ts';
import { parseAccessLog, type AccessLog } from './access-log.ts';
import { readLogFile } from './read-log-file.ts';
import type { LogSource, LogView, ReplayAnswer, ReplayRequest } from './replay-messages.ts';
import { replayWindows } from './replay-window.ts';
import { replay } from './replay.ts';
import { sampleLog } from './sample-log.ts';

/** Progress is told at most this often. */
const PROGRESS_MILLISECONDS = 60;

/** What the desk needs of the place where it works. */
export interface ReplayPlace {
  readonly answer: (answer: ReplayAnswer) => void;
  /** Lets waiting messages in. */
  readonly pause: () => Promise<void>;
  readonly nowMilliseconds: () => number;
}

/** A log as the page knows it. */
export function logView(source: LogSource, name: string, log: AccessLog): LogView {
  return { source, name, summary: log.summary, windows: replayWindows(log.arrivalSeconds) };
}

/**
 * Reads logs and replays them, one request at a time: a newer one ends what is
 * going on, and the stale work answers nothing more.
 */
export class ReplayDesk {
  readonly #place: ReplayPlace;
  readonly #logs: { file?: AccessLog; sample?: AccessLog } = {};
  #ticket = 0;
  #toldMilliseconds = 0;

  constructor(place: ReplayPlace) {
    this.#place = place;
  }

  async take(request: ReplayRequest): Promise<void> {
    this.#ticket = request.ticket;
    this.#toldMilliseconds = this.#place.nowMilliseconds();
    try {
      if (request.kind === 'read') await this.#read(request);
      else if (request.kind === 'replay') await this.#replay(request);
    } catch (error) {
      if (this.#isStale(request)) return;
      const message =
        error instanceof AccessLogError
          ? error.message
          : `The replay stopped: ${error instanceof Error ? error.message : String(error)}.`;
      this.#place.answer({ kind: 'problem', ticket: request.ticket, message });
    }
  }

  async #read(request: Extract<ReplayRequest, { kind: 'read' }>): Promise<void> {
    const { ticket, file } = request;
    const log = await readLogFile(file, {
      isCancelled: () => this.#isStale(request),
      onProgress: (ratio, requests) => this.#tell(ticket, ratio, requests),
    });
    if (log === null) return;
    this.#logs.file = log;
    this.#place.answer({ kind: 'log', ticket, log: logView('file', file.name, log) });
  }

  async #replay(request: Extract<ReplayRequest, { kind: 'replay' }>): Promise<void> {
    const { ticket, source, scenario, settings } = request;
    const log = this.#log(source);
    const windows = replayWindows(log.arrivalSeconds);
    const window = windows.find(({ name }) => name === settings.window) ?? windows[0]!;
    await partsFor(scenario);
    if (this.#isStale(request)) return;
    const steps = replay(scenario, log.arrivalSeconds, window, settings);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        this.#place.answer({ kind: 'comparison', ticket, comparison: step.value });
        return;
      }
      this.#tell(ticket, step.value, 0);
      await this.#place.pause();
      if (this.#isStale(request)) return;
    }
  }

  #log(source: LogSource): AccessLog {
    if (source === 'sample') this.#logs.sample ??= parseAccessLog([sampleLog()]);
    const log = this.#logs[source];
    if (!log) throw new Error('the log is gone; choose it again');
    return log;
  }

  #tell(ticket: number, ratio: number, requests: number): void {
    const now = this.#place.nowMilliseconds();
    if (now - this.#toldMilliseconds < PROGRESS_MILLISECONDS) return;
    this.#toldMilliseconds = now;
    this.#place.answer({ kind: 'progress', ticket, ratio, requests });
  }

  #isStale(request: ReplayRequest): boolean {
    return this.#ticket !== request.ticket;
  }
}
