import type { ReviewQuestion } from '#widgets';

export const review: readonly ReviewQuestion[] = [
  {
    id: 'storage/dies-with-it',
    question:
      'A server with the photographs on its own disk is replaced by a new one. Where are the photographs?',
    options: [
      {
        value: 'copied',
        label: 'On the new one: the provider moves them',
        reason: 'A provider moves network volumes. A disk inside the old machine went with it.',
      },
      {
        value: 'gone',
        label: 'Gone, unless somebody had copied them elsewhere',
        right: true,
        reason: 'Yes: what is on a machine’s own disk lives as long as the machine.',
      },
      {
        value: 'browser',
        label: 'In the browsers that have seen them',
        reason: 'Some are, for a while. Nobody can ask for them back.',
      },
      {
        value: 'database',
        label: 'In the database',
        reason: 'Only if they were put there, which makes a database large, slow and dear.',
      },
    ],
  },
  {
    id: 'storage/which-store',
    question: 'Orders must be found by customer and by date, and paid exactly once. Where do they belong?',
    options: [
      {
        value: 'files',
        label: 'In a file system, a file an order',
        reason:
          'To find them by customer you would read them all, and two who write at once overwrite each other.',
      },
      {
        value: 'objects',
        label: 'In object storage',
        reason:
          'It is found by its name and by nothing else, and it knows no transactions over several objects.',
      },
      {
        value: 'database',
        label: 'In a database with transactions and indexes',
        right: true,
        reason: 'Yes: structured data that is asked for in several ways and must not be half done.',
      },
      {
        value: 'memory',
        label: 'In the memory of the API server',
        reason: 'Until it restarts.',
      },
    ],
  },
  {
    id: 'storage/copies-and-repair',
    question: 'Why does a third copy do so much more than a better disk?',
    options: [
      {
        value: 'multiply',
        label: 'All three must fail before the first is made again, and small probabilities multiply',
        right: true,
        reason:
          'Yes. A disk twice as good halves one factor, or two. A further copy multiplies with a number that is tiny as it is.',
      },
      {
        value: 'speed',
        label: 'Three disks are read faster',
        reason: 'They may be. Reading faster loses nothing less.',
      },
      {
        value: 'vote',
        label: 'Two can outvote one that is wrong',
        reason: 'That helps against a copy that lies. Here one is gone, and that is known.',
      },
      {
        value: 'space',
        label: 'There is more space',
        reason: 'There is less: the same thing lies there three times.',
      },
    ],
  },
  {
    id: 'storage/backup',
    question: 'Every photograph has three copies, in three buildings. Is a backup still needed?',
    options: [
      {
        value: 'no',
        label: 'No: three copies are safer than any backup',
        reason: 'Safe from disks, yes. Delete one by mistake, and all three obey.',
      },
      {
        value: 'yes',
        label: 'Yes: copies follow every mistake within a second, a backup does not',
        right: true,
        reason:
          'Yes: a wrong command, a bad release, a thief. What helps is an older state, kept where they cannot reach it.',
      },
      {
        value: 'law',
        label: 'Only where a law asks for it',
        reason: 'The law is the smaller reason. The larger one is everybody who can type.',
      },
      {
        value: 'fourth',
        label: 'No, a fourth copy would do',
        reason: 'It would obey as well.',
      },
    ],
  },
  {
    id: 'storage/async',
    question: 'With asynchronous replication a writer is told ‘saved’ at once. What is the price?',
    options: [
      {
        value: 'slow',
        label: 'Saving takes longer',
        reason: 'That is the price of the other way, which waits for a replica.',
      },
      {
        value: 'may-lose',
        label:
          'When the primary dies, what the replica has not heard of yet is lost, though it was confirmed',
        right: true,
        reason:
          'Yes: a moment’s writes, at each death. For some data that is nothing, for other data it is a broken promise.',
      },
      {
        value: 'read-only',
        label: 'The replica can only be read',
        reason: 'That holds for both.',
      },
      {
        value: 'disk',
        label: 'The data must fit on one disk',
        reason: 'It must in both cases. What helps there is sharding, in chapter 12.',
      },
    ],
  },
];
