/** Keys of expected values, as their sources call them, in words. `#` is a number that stays. */
const quantities: Readonly<Record<string, string>> = {
  W: 'time in the system',
  Wq: 'time waiting',
  Pwait: 'share that waits',
  Pblock: 'share refused',
  Pab: 'share that gives up',
  T_p50: 'median time',
  T_p99: '99th percentile of time',
  L: 'number in the system',
  Lq: 'number waiting',
  L_per_server: 'number per server',
  slowdown: 'time over service time',
  hit: 'hit ratio',
  lru: 'hit ratio, LRU',
  fifo_or_random: 'hit ratio, FIFO',
  lfu_static: 'hit ratio, most popular kept',
  p_stale: 'share of stale reads',
  scv: 'squared variation of departures',
  lag1: 'correlation of neighbors',
  rel_error: 'L against λ W, relative',
  exact: 'time waiting, exact',
  utilisation: 'utilisation',
  rejected_at: 'refused at',
  start: 'starts',
  start_dates: 'starts',
  end: 'ends',
  end_dates: 'ends',
  end_all: 'ends',
  p_slow: 'share of slow pages',
  mean: 'mean of the longest',
  fresh: 'share of fresh reads',
  moved: 'share of keys that move',
  std_error: 'spread of shard sizes',
  attempts: 'attempts per request',
  budget_consumed: 'share of the budget spent',
  seconds: 'seconds until the alert',
  hours: 'hours until the budget is spent',
  A: 'availability',
  S: 'speedup',
  p_consistent_t0: 'fresh at once',
  t_visibility_ms: 'fresh after the published time',
  write_p999_ms: '99.9th percentile of a write, ms',
  read_p999_ms: '99.9th percentile of a read, ms',
  nested_p1: 'calls at the bottom, all failing',
  order: 'order of leaving',
  sequence: 'sequence of servers',
  misses: 'misses',
  'p#': 'share of time with # inside',
  'X#': 'throughput of station #',
  'U#': 'utilisation of station #',
  'R#': 'time of a visit to station #',
  'Q#': 'number at station #',
};

/** A metric of a verdict in words; one that has none keeps its key. */
export function quantityInWords(metric: string): string {
  const [, key = metric, place] = /^(.*?)(?:\[(.*)\])?$/.exec(metric) ?? [];
  const number = /^\D(\d+)$/.exec(key)?.[1];
  const words = quantities[key] ?? quantities[key.replace(/\d+$/, '#')]?.replace('#', number ?? '');
  const named = words ?? key.replaceAll('_', ' ');
  if (place === undefined) return named;
  return /^\d+$/.test(place) ? `${named}, ${Number(place) + 1}` : `${named}, ${place}`;
}
