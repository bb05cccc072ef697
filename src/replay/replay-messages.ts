import type { Scenario } from '#sim-core';
import type { AccessLogSummary } from './access-log.ts';
import type { ReplayWindow } from './replay-window.ts';
import type { ReplayComparison, ReplaySettings } from './replay.ts';

/** The log of the reader, or the made-up one. */
export type LogSource = 'file' | 'sample';

/** A log as the page knows it; the arrival times stay in the worker. */
export interface LogView {
  readonly source: LogSource;
  readonly name: string;
  readonly summary: AccessLogSummary;
  readonly windows: readonly ReplayWindow[];
}

/** What the page asks. A newer ticket makes every older one stale. */
export type ReplayRequest =
  | { readonly kind: 'read'; readonly ticket: number; readonly file: File }
  | {
      readonly kind: 'replay';
      readonly ticket: number;
      readonly source: LogSource;
      readonly scenario: Scenario;
      readonly settings: ReplaySettings;
    }
  /** Stops whatever is going on. */
  | { readonly kind: 'cancel'; readonly ticket: number };

/** What the worker answers. */
export type ReplayAnswer =
  /** Share done from 0 to 1, and while reading the requests found so far. */
  | { readonly kind: 'progress'; readonly ticket: number; readonly ratio: number; readonly requests: number }
  | { readonly kind: 'log'; readonly ticket: number; readonly log: LogView }
  | { readonly kind: 'comparison'; readonly ticket: number; readonly comparison: ReplayComparison }
  /** The message is for the reader. */
  | { readonly kind: 'problem'; readonly ticket: number; readonly message: string };
