import { parentPort } from 'node:worker_threads';
import { examine } from './examine.ts';
import { groundTruthOf } from './ground-truth.ts';
import type { Examination } from './pool.ts';

/** Examines the cases whose ids it is sent, one by one. An engine that fails is an answer too. */
parentPort?.on('message', (id: string) => {
  parentPort?.postMessage(answer(id));
});

function answer(id: string): Examination {
  try {
    return { id, verdicts: examine(groundTruthOf(id)), error: null };
  } catch (error) {
    return { id, verdicts: [], error: error instanceof Error ? error.message : String(error) };
  }
}
