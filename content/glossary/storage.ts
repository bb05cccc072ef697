import type { GlossaryEntry } from '#widgets';

/** The words that the chapter ‘Storage that outlives it’ teaches. */
export const storageTerms: readonly GlossaryEntry[] = [
  {
    term: 'database',
    also: ['databases'],
    kind: 'data',
    definition:
      'A program that keeps structured data, finds it again quickly and does not let two writers spoil each other’s work.',
    see: ['SQL', 'index'],
    chapter: 'storage',
  },
  {
    term: 'SQL',
    also: ['relational database'],
    kind: 'data',
    definition:
      'The language of databases that keep data in tables and can join them; also short for such a database.',
    see: ['NoSQL', 'transaction'],
    chapter: 'storage',
  },
  {
    term: 'NoSQL',
    also: ['document database', 'key-value store'],
    kind: 'data',
    definition:
      'Databases that give up tables, joins or some guarantees, to be simpler to spread over many machines.',
    see: ['SQL', 'sharding'],
    chapter: 'storage',
  },
  {
    term: 'transaction',
    also: ['transactions'],
    kind: 'data',
    definition: 'Several changes that happen all together or not at all.',
    see: ['SQL'],
    chapter: 'storage',
  },
  {
    term: 'index',
    also: ['indexes'],
    kind: 'data',
    definition:
      'A sorted list beside the data that lets a database find a row without reading all of them. It makes reading quick and writing a little slower.',
    see: ['database'],
    chapter: 'storage',
  },
  {
    term: 'object storage',
    also: ['object store', 'cloud storage'],
    kind: 'data',
    definition:
      'A service that keeps whole files under a name, as many and as large as you like, in several copies. It is reached over the network.',
    see: ['static file', 'durability'],
    chapter: 'storage',
  },
  {
    term: 'file system',
    also: ['file systems'],
    kind: 'data',
    definition: 'Files in folders, on a disk of this machine or shared over the network.',
    see: ['disk', 'object storage'],
    chapter: 'storage',
  },
  {
    term: 'network volume',
    also: ['network volumes'],
    kind: 'data',
    definition: 'A disk that a machine reaches over the network, so that it outlives the machine.',
    see: ['disk'],
    chapter: 'storage',
  },
  {
    term: 'stateful',
    also: ['state'],
    definition:
      'Holding something that is lost with the machine and cannot be computed again. Stateful parts are the hard ones to grow.',
    see: ['stateless'],
    chapter: 'storage',
  },
  {
    term: 'durability',
    kind: 'data',
    definition:
      'The chance that data still exists after a year. Copies in different places are what raise it.',
    see: ['replication', 'backup'],
    chapter: 'storage',
  },
  {
    term: 'backup',
    also: ['backups'],
    kind: 'data',
    definition:
      'A copy of the data from an earlier time, kept apart from it. It is worth what the last rehearsed restore was worth.',
    see: ['restore drill', 'durability'],
    chapter: 'storage',
  },
  {
    term: 'restore drill',
    also: ['restore drills'],
    kind: 'operations',
    definition: 'Bringing back data from a backup on purpose, to learn that it works and how long it takes.',
    see: ['backup'],
    chapter: 'storage',
  },
];
