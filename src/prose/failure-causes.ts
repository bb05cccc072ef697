import type { FailureCause } from '#sim-core';

/** What happened to a request, to complete the sentence 'most of them …' before the name of the place. */
export const causeInWords: Readonly<Record<FailureCause, string>> = {
  'queue-full': 'met a full queue at',
  refused: 'came when nobody listened at',
  crashed: 'were inside when it crashed: at',
  'no-healthy-target': 'found no healthy machine behind',
  'too-many-in-flight': 'were more than the model can hold at',
  'timed-out': 'waited too long for',
  'gave-up': 'left the queue at',
  lost: 'were lost on',
  partitioned: 'met a cut network on',
  'circuit-open': 'were stopped by the open circuit breaker before',
  'bulkhead-full': 'found all calls taken that are allowed to',
  shed: 'were sent away by',
  'rate-limited': 'came faster than allowed to',
  error: 'got an error from',
  'bad-build': 'met a build that does not work at',
  'no-memory': 'found no memory left at',
  'disk-full': 'met a full disk at',
  'no-primary': 'found no primary to write to at',
  'no-quorum': 'got too few answers from the copies at',
  'stale-copy': 'got an outdated copy from',
  'stale-replica': 'got outdated data from a replica of',
  'write-lost': 'were confirmed and then lost at',
  'dead-letter': 'failed too often, and were put aside at',
};
