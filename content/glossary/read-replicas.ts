import type { GlossaryEntry } from '#widgets';

/** The words that the chapter ‘Read replicas’ teaches. */
export const readReplicasTerms: readonly GlossaryEntry[] = [
  {
    term: 'replication',
    also: ['replicate'],
    kind: 'data',
    definition: 'Keeping copies of the same data on several machines and passing every change on to them.',
    see: ['primary', 'replica'],
    chapter: 'read-replicas',
  },
  {
    term: 'primary',
    also: ['primary database', 'leader'],
    kind: 'data',
    definition: 'The one database that takes writes.',
    see: ['replica', 'failover'],
    chapter: 'read-replicas',
  },
  {
    term: 'replica',
    also: ['replicas', 'read replica', 'read replicas', 'follower'],
    kind: 'data',
    definition: 'A copy of the primary that answers reads and follows it at a small distance.',
    see: ['replication lag', 'primary'],
    chapter: 'read-replicas',
  },
  {
    term: 'replication lag',
    also: ['lag'],
    kind: 'data',
    definition: 'How far a replica is behind the primary, in seconds.',
    see: ['replica', 'stale'],
    chapter: 'read-replicas',
  },
  {
    term: 'synchronous replication',
    also: ['synchronous'],
    kind: 'data',
    definition:
      'A write counts as done when the copies have it too. It is safe, and as slow as the slowest copy that must answer.',
    see: ['asynchronous replication'],
    chapter: 'read-replicas',
  },
  {
    term: 'asynchronous replication',
    also: ['asynchronous'],
    kind: 'data',
    definition:
      'A write counts as done when the primary has it, and the copies hear of it later. It is quick, and the last writes are lost if the primary dies.',
    see: ['synchronous replication', 'failover'],
    chapter: 'read-replicas',
  },
  {
    term: 'read-your-writes',
    also: ['read your writes'],
    kind: 'data',
    definition: 'The promise that whoever has changed something sees the change from then on.',
    see: ['replication lag'],
    chapter: 'read-replicas',
  },
  {
    term: 'eventual consistency',
    also: ['eventually consistent'],
    kind: 'data',
    definition:
      'If nobody writes any more, all copies will be the same after a while. Until then they may differ.',
    see: ['replication lag', 'read-your-writes'],
    chapter: 'read-replicas',
  },
  {
    term: 'quorum',
    also: ['quorums'],
    kind: 'data',
    definition:
      'So many copies must answer before a read or a write counts. If the two numbers add up to more than there are copies, a read meets the last write.',
    see: ['replication'],
    chapter: 'read-replicas',
  },
];
