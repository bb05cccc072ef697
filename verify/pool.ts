import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Verdict } from './verdict.ts';

/** What a worker answers about one case. */
export interface Examination {
  readonly id: string;
  readonly verdicts: readonly Verdict[];
  /** Why the engine could not run the case at all; null when it could. */
  readonly error: string | null;
}

/**
 * Examines cases on every core of the machine and hands over the answers in the order of
 * the ids, each as soon as it and all before it are there. The answers are the same
 * however many cores there are: each case has seeds of its own.
 */
export async function examineAll(
  ids: readonly string[],
  report: (examination: Examination) => void,
): Promise<void> {
  const answers: (Examination | undefined)[] = ids.map(() => undefined);
  let asked = 0;
  let reported = 0;
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL('./worker.ts', import.meta.url));
      let current = -1;
      const next = () => {
        current = asked++;
        if (current < ids.length) worker.postMessage(ids[current]);
        else void worker.terminate().then(() => resolve(), reject);
      };
      worker.on('error', reject);
      worker.on('message', (examination: Examination) => {
        answers[current] = examination;
        for (let answer = answers[reported]; answer !== undefined; answer = answers[++reported])
          report(answer);
        next();
      });
      next();
    });
  const workers = Math.min(availableParallelism(), ids.length);
  await Promise.all(Array.from({ length: workers }, work));
}
