/** Starts a worker that reads and replays logs, away from the one that labs share. Browser only. */
export function openReplayWorker(): Worker {
  return new Worker(new URL('../widgets/simulation-worker.ts', import.meta.url), { type: 'module' });
}
