import type { ReviewQuestion } from '#widgets';

export const review: readonly ReviewQuestion[] = [
  {
    id: 'single-server/why-wait',
    question: 'A server is busy four fifths of the time. Why does anybody wait at all?',
    options: [
      {
        value: 'too-slow',
        label: 'Because the server is too slow for this load',
        reason:
          'It is not: over a minute it has more time than work. Averages hide that the work does not come when the time is free.',
      },
      {
        value: 'uneven',
        label: 'Because requests come in clumps and some take longer than others',
        right: true,
        reason:
          'Yes. With evenly spaced requests of equal work nobody waits at all, as long as they come no faster than they can be answered. A queue is made of unevenness; load only decides how long it takes to go away.',
      },
      {
        value: 'network',
        label: 'Because the network adds delay',
        reason: 'It does in real life, but in this model it adds nothing, and people wait all the same.',
      },
      {
        value: 'full',
        label: 'Because the queue is full',
        reason: 'Whoever finds a full queue does not wait: they get an error at once.',
      },
    ],
  },
  {
    id: 'single-server/last-tenth',
    question:
      'Load rises from half of the capacity to nine tenths. Roughly what happens to the mean latency?',
    options: [
      {
        value: 'nearly-double',
        label: 'It nearly doubles, as the load does',
        reason:
          'That would hold if latency grew in proportion to load. It grows with one over the share that is free.',
      },
      {
        value: 'five',
        label: 'It grows to five times as much',
        right: true,
        reason:
          'Right. The free share shrinks from a half to a tenth, five times less, and latency goes with its inverse.',
      },
      {
        value: 'nothing',
        label: 'Nothing, until the load reaches the capacity',
        reason: 'That is the server of evenly spaced, equal requests. Nobody has such users.',
      },
      {
        value: 'unbounded',
        label: 'It grows without bound',
        reason: 'It does so only when more comes in than can go out, beyond the capacity.',
      },
    ],
  },
  {
    id: 'single-server/short-queue',
    question: 'More comes in than can go out. What does a short limit on the queue buy?',
    options: [
      {
        value: 'more-served',
        label: 'More requests are answered',
        reason: 'No: the server is busy all the time already, and cannot answer more than it does.',
      },
      {
        value: 'fewer-errors',
        label: 'Fewer requests fail',
        reason:
          'More comes in than can go out, so about the same number must be turned away in the long run, however long the queue.',
      },
      {
        value: 'quick',
        label: 'The same number is answered, but quickly; the rest learn at once that it is no use',
        right: true,
        reason:
          'Right. A long queue does not add capacity, it adds waiting. In real life those at its end have long given up, and the server answers them all the same.',
      },
      {
        value: 'nothing',
        label: 'Nothing at all',
        reason: 'Compare the latency of those who were served with a short and with a long queue.',
      },
    ],
  },
  {
    id: 'single-server/little',
    question: 'Fifty requests a second come, and ten are in the machine on average. How long does each stay?',
    options: [
      {
        value: 'unknown',
        label: 'That depends on how uneven they are',
        reason:
          'How many are there depends on it. Once you have counted them, the time follows, whatever brought them together.',
      },
      {
        value: 'work',
        label: '20 ms, for fifty a second can be done',
        reason:
          'That would be the work of each, on one core that is always busy. Most of the time is waiting.',
      },
      {
        value: 'fifth',
        label: 'A fifth of a second on average',
        right: true,
        reason:
          'Right: number there = rate × time, so time is ten over fifty. Little’s law needs no stopwatch, only a count.',
      },
      {
        value: 'five',
        label: 'Five seconds on average',
        reason: 'That is the rate over the number. In five seconds two hundred and fifty would have come.',
      },
    ],
  },
  {
    id: 'single-server/average',
    question:
      'The average wait is a fifth of a second. A cook writes that she waits for seconds. Who is right?',
    options: [
      {
        value: 'average',
        label: 'The average: it was measured over all requests',
        reason: 'It was, and it is the wait of hardly any of them. It says nothing about hers.',
      },
      {
        value: 'cook',
        label: 'The cook, and the average must be wrong',
        reason: 'The sum over the count is what it is. It is only the answer to another question.',
      },
      {
        value: 'both',
        label: 'Both: a few long waits are hidden under many short ones',
        right: true,
        reason:
          'Yes. Look at the 95th and the 99th percentile: that is where she is. And whoever asks often meets the slowest hundredth now and then.',
      },
      {
        value: 'network',
        label: 'Neither can be, without the network',
        reason: 'The network adds its share, but the machine alone can do this to her, as the lab shows.',
      },
    ],
  },
  {
    id: 'single-server/one-fate',
    question: 'Database, code and user interface share one machine. What does that mean when it goes down?',
    options: [
      {
        value: 'read-only',
        label: 'Readers can still read, only writing fails',
        reason: 'There is nobody left to answer a reader: the pages come from the same machine.',
      },
      {
        value: 'slower',
        label: 'Everything gets slower',
        reason: 'A slow machine makes people wait. A dead one answers nobody.',
      },
      {
        value: 'everything',
        label: 'Every request fails until it is back: it is a single point of failure',
        right: true,
        reason:
          'Yes, and what was only on its disk may be gone too. That is the price of having one of everything.',
      },
      {
        value: 'database',
        label: 'The database is lost, the site goes on',
        reason: 'The site runs on the machine that went down.',
      },
    ],
  },
  {
    id: 'single-server/grow-memory',
    question:
      'The database needs more memory. What can you do while it shares the machine with everything else?',
    options: [
      {
        value: 'only-database',
        label: 'Give the database alone more memory',
        reason: 'It has none of its own. Memory belongs to the machine, and the code competes for it.',
      },
      {
        value: 'whole-machine',
        label: 'Get a machine with more memory for all of them',
        right: true,
        reason:
          'Right: on one machine you can only buy the whole. Growing one part alone takes a machine for that part, which is what the next parts of the course are about.',
      },
      {
        value: 'second',
        label: 'Start a second copy of the database on the same machine',
        reason: 'Two copies share the same memory, and now there are two that want it.',
      },
      {
        value: 'nothing',
        label: 'Nothing can be done',
        reason:
          'A bigger machine is the simplest answer there is, and often the right one. But it comes as a whole.',
      },
    ],
  },
];
