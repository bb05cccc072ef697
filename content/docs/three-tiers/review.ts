import type { ReviewQuestion } from '#widgets';

export const review: readonly ReviewQuestion[] = [
  {
    id: 'three-tiers/what-is-gained',
    question: 'Pages, code and data move from one machine to three tiers. What is gained first of all?',
    options: [
      {
        value: 'faster',
        label: 'Every request gets faster',
        reason:
          'Each question to the database now crosses a network. A request that nobody held up gets a little slower.',
      },
      {
        value: 'see-and-grow',
        label: 'One can see which part is short, and make that part alone bigger',
        right: true,
        reason:
          'Yes: each tier has its own machine, so each shows its own load and has its own size and price.',
      },
      {
        value: 'cheaper',
        label: 'It is cheaper',
        reason:
          'Two machines and a storage cost more than one. It pays when a part grows that the others need not follow.',
      },
      {
        value: 'safe',
        label: 'No part is a single point of failure any more',
        reason: 'There are three of them now, and a request for data needs two. Chapter 7 begins with that.',
      },
    ],
  },
  {
    id: 'three-tiers/static',
    question: 'What can be given to file storage, without a server to run?',
    options: [
      {
        value: 'same-for-all',
        label: 'Whatever is the same for all who ask: pages, styles, code, photographs',
        right: true,
        reason: 'Yes: static files. Nothing has to be worked out when they are asked for.',
      },
      {
        value: 'search',
        label: 'The search over all recipes',
        reason: 'Each answer has to be worked out. Storage only hands out what somebody put there.',
      },
      {
        value: 'logins',
        label: 'Who is logged in',
        reason: 'That changes all the time and must be checked. It belongs to the code and the database.',
      },
      {
        value: 'nothing',
        label: 'Nothing: every request needs code',
        reason: 'More than half of Saffron’s need none. A photograph is the same for everybody.',
      },
    ],
  },
  {
    id: 'three-tiers/which-tier',
    question:
      'The API server is 40 % busy, the database 95 %. There is money for one core. Where does it go?',
    options: [
      {
        value: 'api',
        label: 'To the API server: everybody talks to it',
        reason: 'It would wait for the database with two cores instead of one.',
      },
      {
        value: 'database',
        label: 'To the database',
        right: true,
        reason: 'Yes: it is the bottleneck, and now one can see it. Afterwards, look again.',
      },
      {
        value: 'half',
        label: 'To both, half each',
        reason: 'The half that goes to the API server is for nothing.',
      },
      {
        value: 'network',
        label: 'To a better network between them',
        reason: 'The way takes a millisecond. The line before the database takes far longer.',
      },
    ],
  },
  {
    id: 'three-tiers/chatty',
    question:
      'A page asks the database sixty times, one after the other. Both machines are idle, and it is slow. What helps?',
    options: [
      {
        value: 'bigger',
        label: 'Bigger machines',
        reason: 'They would be idle, too. The time goes on the way between them.',
      },
      {
        value: 'fewer',
        label: 'Asking once for all that is needed',
        right: true,
        reason: 'Yes: sixty ways there and back become one. The work is the same, or a little more.',
      },
      {
        value: 'pool',
        label: 'More connections to the database',
        reason: 'They would let more requests ask at once. Each still asks its sixty questions in turn.',
      },
      {
        value: 'bandwidth',
        label: 'A network with more bandwidth',
        reason:
          'The answers are small. It is the round trips that take time, and bandwidth does not shorten them.',
      },
    ],
  },
  {
    id: 'three-tiers/workers',
    question:
      'The database is slow for a minute. Why does the API server turn requests away, with its core nearly idle?',
    options: [
      {
        value: 'crashed',
        label: 'It has crashed as well',
        reason: 'It is up, and bored. What it lacks is not cores.',
      },
      {
        value: 'held',
        label: 'All its workers are waiting for the database, and none is free for the next',
        right: true,
        reason:
          'Yes: a worker is held from the request to its answer. A slow tier fills the one in front of it.',
      },
      {
        value: 'network',
        label: 'The network between them is full',
        reason: 'Hardly anything is on it: everybody waits for answers.',
      },
      {
        value: 'files',
        label: 'It is busy sending files',
        reason: 'Those come from the storage now. That is one thing less that it can be short of.',
      },
    ],
  },
];
