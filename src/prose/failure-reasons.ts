import type { FailureCause } from '#sim-core';

/** Why a request failed, after 'because' or a colon; 'it' is the request. */
export const reasonInWords: Readonly<Record<FailureCause, string>> = {
  'queue-full': 'the queue was full',
  refused: 'nobody listened there',
  crashed: 'the machine crashed with it',
  'no-healthy-target': 'no healthy machine was known',
  'too-many-in-flight': 'the model has no room for more',
  'timed-out': 'its caller waited no longer',
  'gave-up': 'it had waited too long',
  lost: 'the network lost it',
  partitioned: 'the network was cut',
  'circuit-open': 'a circuit breaker stopped it',
  'bulkhead-full': 'all calls that are allowed were taken',
  shed: 'the server was too busy and sent it away',
  'rate-limited': 'it came faster than allowed',
  error: 'the answer was an error',
  'bad-build': 'the build there does not work',
  'no-memory': 'no memory was left',
  'disk-full': 'the disk was full',
  'no-primary': 'there was no primary to write to',
  'no-quorum': 'too few copies answered',
  'stale-copy': 'the copy was out of date',
  'stale-replica': 'the replica lagged behind',
  'write-lost': 'it was confirmed and then lost',
  'dead-letter': 'it failed too often and was put aside',
};
