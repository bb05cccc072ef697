import type { ReviewQuestion } from '#widgets';

export const review: readonly ReviewQuestion[] = [
  {
    id: 'caching/five-points',
    question: 'The hit rate rises from 90 to 95 of a hundred. What does the database notice?',
    options: [
      {
        value: 'five',
        label: 'About a twentieth less to do',
        reason: 'That is the change of the hits, seen from the users’ side. The database sees the misses.',
      },
      {
        value: 'half',
        label: 'Half as much to do',
        right: true,
        reason: 'Yes: ten of a hundred came through before, and five do now.',
      },
      {
        value: 'nothing',
        label: 'Nothing, it was spared already',
        reason: 'It was asked ten of every hundred, and each of those cost what it always did.',
      },
      {
        value: 'depends',
        label: 'That depends on the policy of eviction',
        reason:
          'The policy decides what the hit rate is. What the database gets is one minus it, whatever the policy.',
      },
    ],
  },
  {
    id: 'caching/hit-and-miss',
    question:
      'What happens, in the order in which it happens, when a cache-aside cache does not have the answer?',
    options: [
      {
        value: 'both',
        label: 'The application asks cache and database at once and takes the quicker answer',
        reason: 'Then the database would be asked every time, and nothing would be spared.',
      },
      {
        value: 'store',
        label: 'The application asks the database, stores the answer in the cache, and answers',
        right: true,
        reason: 'Yes. The next one who asks for it finds it there.',
      },
      {
        value: 'error',
        label: 'The user gets an error and tries again later',
        reason:
          'A miss is no failure. It only takes as long as it would without the cache, and a little more.',
      },
      {
        value: 'push',
        label: 'The database sends it to the cache as soon as it notices',
        reason: 'The database knows nothing of the cache. That is what makes it easy to add.',
      },
    ],
  },
  {
    id: 'caching/knee',
    question:
      'A cache with room for a fifth of the data answers seven requests in ten. What does twice the memory bring?',
    options: [
      {
        value: 'all',
        label: 'All of them, or nearly',
        reason: 'What is left is asked for so seldom that most of it would lie there unused.',
      },
      {
        value: 'ten',
        label: 'About one request in ten more, as the doubling before did',
        right: true,
        reason:
          'Yes: where the popularity follows Zipf’s law each doubling brings about the same. The same gain costs twice as much each time.',
      },
      {
        value: 'nothing',
        label: 'Nothing: the favorites are in already',
        reason: 'There is no sharp end to the favorites. The curve bends, and goes on rising.',
      },
      {
        value: 'double',
        label: 'Twice as many hits',
        reason: 'Seven in ten cannot be doubled; and the second half of the memory holds what is liked less.',
      },
    ],
  },
  {
    id: 'caching/drift',
    question: 'Whose hit rate suffers most when what people like changes from hour to hour?',
    options: [
      {
        value: 'lru',
        label: 'LRU, which looks at the last use',
        reason: 'It forgets quickly, which is its weakness on quiet days and its strength here.',
      },
      {
        value: 'lfu',
        label: 'LFU, which counts all uses since the beginning',
        right: true,
        reason: 'Yes: old favorites have counts that no newcomer reaches, and keep their places.',
      },
      {
        value: 'tiny',
        label: 'W-TinyLFU, which counts too',
        reason: 'It halves its counts now and then, so that what was once is worth less and less.',
      },
      {
        value: 'random',
        label: 'Random, which looks at nothing',
        reason: 'It is never good, and it loses little when things change: it never knew what they were.',
      },
    ],
  },
  {
    id: 'caching/one-hot-key',
    question:
      'One entry is asked for a hundred times a second, takes half a second to make, and expires. What keeps the database from making it fifty times?',
    options: [
      {
        value: 'jitter',
        label: 'Jitter on its time to live',
        reason:
          'That spreads many entries that would expire together. This is one, and it expires at some moment.',
      },
      {
        value: 'memory',
        label: 'A larger cache',
        reason: 'It did not leave for want of room. Its time was over.',
      },
      {
        value: 'coalescing',
        label: 'Letting the first who misses fetch it, and the others wait',
        right: true,
        reason: 'Yes: one fetch, however many ask.',
      },
      {
        value: 'shorter',
        label: 'A shorter time to live',
        reason: 'Then it happens more often.',
      },
    ],
  },
  {
    id: 'caching/invalidate',
    question:
      'Why do most systems remove an entry when its data changes, instead of writing the new value into it?',
    options: [
      {
        value: 'faster',
        label: 'Removing is faster',
        reason: 'Both are one message to the cache.',
      },
      {
        value: 'safe',
        label:
          'Removing twice, or late, or in another order does no harm; writing may leave an old value there',
        right: true,
        reason:
          'Yes. Two writers whose messages overtake each other can leave the older value in the cache for good. It also keeps out what nobody reads.',
      },
      {
        value: 'hits',
        label: 'It gives more hits',
        reason: 'It gives fewer: the next reader misses. That is its price.',
      },
      {
        value: 'size',
        label: 'The cache would overflow',
        reason: 'It evicts, as it always does.',
      },
    ],
  },
  {
    id: 'caching/restart',
    question: 'Since there is a cache, the database was made smaller. What has the site bought?',
    options: [
      {
        value: 'saving',
        label: 'A saving, and nothing else',
        reason: 'Until the cache is empty one day, and the small database gets everything.',
      },
      {
        value: 'dependence',
        label: 'A saving, and a part without which it cannot live',
        right: true,
        reason:
          'Yes: an empty cache is now an outage, or close to one. How it is filled again belongs to the plan.',
      },
      {
        value: 'failover',
        label: 'A spare: when the database dies, the cache goes on',
        reason: 'It goes on with what it has. Every miss and every write still needs the database.',
      },
      {
        value: 'memory',
        label: 'The duty to buy more memory as soon as it can',
        reason: 'A larger cache is as empty after a restart as a small one.',
      },
    ],
  },
];
