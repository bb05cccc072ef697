import type { GlossaryEntry } from '#widgets';

/** The words that the chapter ‘Sharding’ teaches. */
export const shardingTerms: readonly GlossaryEntry[] = [
  {
    term: 'sharding',
    also: ['shard', 'shards', 'partitioning'],
    kind: 'data',
    definition:
      'Dividing data by a key over several databases, each of which holds a part that no other has.',
    see: ['shard key', 'hot shard'],
    chapter: 'sharding',
  },
  {
    term: 'shard key',
    also: ['sharding key', 'partition key'],
    kind: 'data',
    definition: 'The value that decides in which shard a row lives: a user’s id, a country.',
    see: ['sharding'],
    chapter: 'sharding',
  },
  {
    term: 'hot shard',
    also: ['hot shards', 'hot spot'],
    kind: 'data',
    definition: 'A shard that gets far more than its share. It caps the whole, however idle the others are.',
    see: ['shard key', 'popularity skew'],
    chapter: 'sharding',
  },
  {
    term: 'hashing',
    also: ['hash'],
    definition: 'Turning a key into a number that looks random but is always the same for that key.',
    see: ['consistent hashing'],
    chapter: 'sharding',
  },
  {
    term: 'consistent hashing',
    also: ['consistent hash'],
    definition:
      'Placing keys so that one more machine takes over only its own share of them and all others stay where they are.',
    see: ['hashing', 'resharding'],
    chapter: 'sharding',
  },
  {
    term: 'resharding',
    also: ['rebalancing'],
    kind: 'data',
    definition: 'Moving data between shards because one more is there, or one is too full.',
    see: ['consistent hashing'],
    chapter: 'sharding',
  },
  {
    term: 'scatter-gather',
    also: ['cross-shard query', 'cross-shard queries'],
    kind: 'data',
    definition:
      'Asking all shards and putting their answers together. It takes as long as the slowest of them.',
    see: ['fan-out', 'tail latency'],
    chapter: 'sharding',
  },
];
