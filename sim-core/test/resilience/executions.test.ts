import { describe, expect, it } from 'vitest';
import { run, type CallPolicy, type RunResult } from '#sim-core';
import { serviceIn } from '../small-scenarios.ts';
import { asking, callerIn } from './asking.ts';

describe('a call that writes', () => {
  const writing = (policy: CallPolicy, writes = true): RunResult =>
    run(asking(policy, { requestClasses: { request: { writes } } }));
  const policy: CallPolicy = { timeoutSeconds: 1.5, retries: { attempts: 3 } };

  it('is carried out again by each retry of what was only slow', () => {
    expect(callerIn(writing(policy))).toMatchObject({ attempts: 3, failed: 1, doubleExecutions: 2 });
    expect(callerIn(writing(policy, false)).doubleExecutions).toBe(0);
  });

  it('is carried out once when the callee recognizes it, and the retry gets the answer of the first', () => {
    const result = writing({ ...policy, idempotencyKey: true });
    expect(serviceIn(result, 'database').served).toBe(1);
    expect(result.overall).toMatchObject({ served: 1, latencySecondsMaximum: 2 });
    expect(callerIn(result)).toMatchObject({ attempts: 2, doubleExecutions: 0, repeatsRecognized: 1 });
  });

  it('is carried out anew when the first attempt failed', () => {
    const scenario = asking(
      { retries: { attempts: 2, backoff: { kind: 'fixed', waitSeconds: 3 } }, idempotencyKey: true },
      {
        requestClasses: { request: { writes: true } },
        faults: { down: { kind: 'crash', node: 'database', atSeconds: 2, forSeconds: 1 } },
      },
    );
    const result = run(scenario);
    expect(result.overall).toMatchObject({ served: 1, latencySecondsMaximum: 6 });
    expect(callerIn(result)).toMatchObject({ doubleExecutions: 0, repeatsRecognized: 0 });
  });

  it('is carried out once after a pause, too', () => {
    const result = writing({
      timeoutSeconds: 1,
      retries: { attempts: 2, backoff: { kind: 'fixed', waitSeconds: 5 } },
      idempotencyKey: true,
    });
    expect(serviceIn(result, 'database').served).toBe(1);
    expect(result.overall.latencySecondsMaximum).toBe(6);
  });
});
