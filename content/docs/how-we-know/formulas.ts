import type { FormulaContent } from '#evidence';
import { choose, frac, id, paren, row, sub, sum, sup, words } from './mathml.ts';

const Wq = sub('W', 'q');
const Lq = sub('L', 'q');
const tC = sub('t', 'C');
const pi = sub('p', 'i');
const rest = row('1', '−', 'ρ');
const powers = (index: string) => row(sup('a', index), '/', index, '!');
const erlangB = frac(powers('c'), row(sum(row('k', '=', '0'), 'c'), powers('k')));

/** The formulas that the engine is held against, each under the name of what it gives. */
export const formulas = {
  oneServer: of(
    [row('W', '=', frac('1', row('μ', '−', 'λ')))],
    'The time in the system is one over the service rate less the arrival rate.',
  ),
  oneServerPercentile: of(
    [row(sub('T', 'p'), '=', '−', 'W', id('ln'), paren('1', '−', 'p'))],
    'The percentile p of that time is the mean times minus the natural logarithm of one less p.',
  ),
  erlangC: of(
    [
      row(sub('P', words('wait')), '=', frac(row('c', 'B'), row('c', '−', 'a', paren('1', '−', 'B')))),
      row('B', '=', erlangB),
      row('a', '=', frac('λ', 'μ')),
    ],
    'Erlang C, the share that has to wait: c times B over c less a times one less B. B is Erlang’s loss formula: a to the power c over c factorial, divided by the sum of a to the k over k factorial for k from zero to c; a is the arrival rate over the service rate of one server.',
  ),
  erlangCWait: of(
    [row(Wq, '=', frac(sub('P', words('wait')), row('c', 'μ', '−', 'λ')))],
    'The mean wait is that share over the service rate of all servers together less the arrival rate.',
  ),
  erlangB: of(
    [row(sub('P', words('refused')), '=', erlangB)],
    'Erlang B, the share that is refused where nobody may wait: a to the power c over c factorial, divided by the sum of a to the k over k factorial for k from zero to c.',
  ),
  limitedStates: of(
    [
      row(
        sub('p', row('n', '+', '1')),
        '=',
        sub('p', 'n'),
        frac('λ', row(id('min'), paren('n', '+', '1', ',', 'c'), 'μ')),
      ),
    ],
    'With room for only so many, each state is as likely as the one before it times the arrival rate over the rate at which the busy servers answer; the share refused is the likelihood of the last state.',
  ),
  states: of(
    [row(sub('p', 'n'), '=', paren(rest), sup('ρ', 'n'))],
    'The share of time with n requests inside is one less rho, times rho to the power n.',
  ),
  pollaczek: of(
    [row(Wq, '=', frac(row('λ', 'E', '[', sup('S', '2'), ']'), row('2', paren(rest))))],
    'Pollaczek and Khinchine: the mean wait is the arrival rate times the mean square of the service time, over twice one less the utilisation.',
  ),
  queueLength: of(
    [row(Lq, '=', 'λ', Wq)],
    'No formula is exact here. The table was solved numerically and prints the mean queue, which is the arrival rate times the mean wait.',
  ),
  otherArrivals: of(
    [
      row('σ', '=', 'E', '[', sup('e', row('−', 'μ', paren('1', '−', 'σ'), 'A')), ']'),
      row(Wq, '=', frac('σ', row('μ', paren('1', '−', 'σ')))),
    ],
    'Sigma is the share that waits. It equals the mean of e to the power minus mu times one less sigma times the time between arrivals, A; the mean wait is sigma over mu times one less sigma.',
  ),
  giveUp: of(
    [row(sub('P', words('give up')), '=', frac(row('θ', Lq), 'λ'))],
    'The share that gives up is the rate at which a waiting client loses patience times the mean queue, over the arrival rate.',
  ),
  sharing: of(
    [row('W', '=', frac(row('E', '[', 'S', ']'), rest))],
    'The time in the system is the mean service time over one less the utilisation, whatever the service times are otherwise.',
  ),
  openNetwork: of(
    [
      row(sub('U', 'i'), '=', 'λ', sub('V', 'i'), sub('S', 'i')),
      row(sub('R', 'i'), '=', frac(sub('S', 'i'), row('1', '−', sub('U', 'i')))),
      row(sub('Q', 'i'), '=', frac(sub('U', 'i'), row('1', '−', sub('U', 'i')))),
    ],
    'Each station is busy for arrival rate times visits times service time; a visit takes the service time over one less that, and as many requests are there as the utilisation over one less itself.',
  ),
  closedNetwork: of(
    [
      row(
        sub('R', 'i'),
        paren('n'),
        '=',
        sub('S', 'i'),
        paren('1', '+', sub('Q', 'i'), paren('n', '−', '1')),
      ),
      row('X', paren('n'), '=', frac('n', row('Z', '+', sum('i'), sub('V', 'i'), sub('R', 'i'), paren('n')))),
    ],
    'Mean value analysis, one user after another: a visit takes the service time, once for itself and once for each request that it finds, which are those of a system with one user fewer; throughput is the users over the think time plus all visits.',
  ),
  choices: of(
    [
      row(
        'W',
        '=',
        sum(row('i', '=', '1'), '∞'),
        sup('ρ', frac(row(sup('d', 'i'), '−', 'd'), row('d', '−', '1'))),
      ),
    ],
    'With very many servers and d choices, the time in the system, in service times, is the sum over i from one of rho to the power d to the i less d, over d less one.',
  ),
  split: of(
    [row('W', '=', frac('1', row('μ', '−', frac('λ', 'N'))))],
    'Split at random, each of N servers is a queue of its own with its share of the arrivals.',
  ),
  characteristicTime: of(
    [
      row(sum('i'), paren('1', '−', sup('e', row('−', pi, tC))), '=', 'C'),
      row('h', '=', sum('i'), pi, paren('1', '−', sup('e', row('−', pi, tC)))),
    ],
    'A key stays about the characteristic time t C, for which the expected number of keys asked for within it is the capacity C; the hit ratio of LRU is the share of requests for a key that was asked for within that time.',
  ),
  firstInFirstOut: of(
    [
      row(sum('i'), frac(row(pi, tC), row('1', '+', pi, tC)), '=', 'C'),
      row('h', '=', sum('i'), pi, frac(row(pi, tC), row('1', '+', pi, tC))),
    ],
    'For FIFO and for random eviction the same holds with p times t C over one plus p times t C.',
  ),
  little: of(
    [row('L', '=', 'λ', 'W')],
    'Little: as many are inside as come per second times the seconds that each stays.',
  ),
  kingman: of(
    [
      row(
        Wq,
        '≈',
        frac('ρ', rest),
        frac(row(sup(sub('c', 'a'), '2'), '+', sup(sub('c', 's'), '2')), '2'),
        'E',
        '[',
        'S',
        ']',
      ),
    ],
    'Kingman: close to full load the wait is about the utilisation over one less itself, times the mean of the squared variations of arrivals and of service, times the mean service time.',
  ),
  stale: of(
    [row('P', paren(words('stale')), '=', sup('e', row('−', 't', '/', 'd')))],
    'A read that follows its write by t is stale with the likelihood e to the minus t over d, for a lag of mean d.',
  ),
  slowest: of(
    [
      row('P', paren(words('slow')), '=', '1', '−', sup(paren('1', '−', 'p'), 'n')),
      row('E', '[', id('max'), ']', '=', sum(row('k', '=', '1'), 'n'), frac('1', 'k')),
    ],
    'Of n parallel calls at least one is slow with the likelihood one less, one less p to the power n; the mean of the longest of n exponential times is the sum of one over k for k up to n.',
  ),
  quorum: of(
    [
      row(
        sub('P', words('stale')),
        '=',
        sup(paren(choose(row('N', '−', 'W'), 'R'), '/', choose('N', 'R')), 'k'),
      ),
    ],
    'A read quorum of R out of N misses all of the last k writes, of quorum W, with the ratio of the ways to choose R out of N less W to the ways to choose R out of N, to the power k.',
  ),
  available: of(
    [
      row(
        'A',
        '=',
        frac(
          words('time between failures'),
          row(words('time between failures'), '+', words('time to repair')),
        ),
      ),
    ],
    'A machine is there for the time between failures over that time plus the time to repair. Parts in a row multiply; of spare parts the missing shares multiply.',
  ),
  attempts: of(
    [row(words('attempts'), '=', frac(row('1', '−', sup('p', row('r', '+', '1'))), row('1', '−', 'p')))],
    'With r retries and calls that fail with the likelihood p, each request makes one less p to the power r plus one, over one less p, attempts.',
  ),
  scalability: of(
    [
      row(
        'X',
        paren('n'),
        '=',
        frac(row('γ', 'n'), row('1', '+', 'α', paren('n', '−', '1'), '+', 'β', 'n', paren('n', '−', '1'))),
      ),
    ],
    'Universal scalability: n cores do gamma n over one plus alpha times n less one, plus beta times n times n less one. Without beta it is Amdahl’s law.',
  ),
  burn: of(
    [
      row(
        't',
        '=',
        frac(row('1', '−', words('objective')), words('error ratio')),
        '×',
        words('window'),
        '×',
        words('burn rate'),
      ),
    ],
    'An alert fires after the error budget over the error ratio, times the window, times the burn rate that it waits for.',
  ),
  moved: of(
    [row(words('moved'), '=', frac('1', row('n', '+', '1')))],
    'When a shard is added to n, the fewest keys that can move are one in n plus one.',
  ),
} as const satisfies Readonly<Record<string, FormulaContent>>;

function of(lines: readonly string[], inWords: string): FormulaContent {
  return { lines, inWords };
}
