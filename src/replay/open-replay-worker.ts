/** Starts the worker that reads and replays logs. Browser only; its code is loaded here and not before. */
export function openReplayWorker(): Worker {
  return new Worker(new URL('./replay-worker.ts', import.meta.url), { type: 'module' });
}
