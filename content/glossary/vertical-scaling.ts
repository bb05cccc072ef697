import type { GlossaryEntry } from '#widgets';

/** The words that the chapter ‘Vertical scaling’ teaches. */
export const verticalScalingTerms: readonly GlossaryEntry[] = [
  {
    term: 'core',
    also: ['cores'],
    kind: 'service',
    definition: 'The part of a processor that does one thing at a time. A machine with eight can do eight.',
    see: ['CPU'],
    chapter: 'vertical-scaling',
  },
  {
    term: 'CPU',
    also: ['processor'],
    kind: 'service',
    definition: 'The processor: what does the computing, in one or more cores.',
    see: ['core', 'bottleneck'],
    chapter: 'vertical-scaling',
  },
  {
    term: 'RAM',
    also: ['memory', 'main memory'],
    kind: 'service',
    definition: 'The working memory: fast, limited, and empty after a restart.',
    see: ['disk', 'cache'],
    chapter: 'vertical-scaling',
  },
  {
    term: 'disk',
    also: ['disks', 'SSD'],
    kind: 'data',
    definition: 'Where a machine keeps data that must stay. Far larger than memory and far slower.',
    see: ['IOPS', 'RAM'],
    chapter: 'vertical-scaling',
  },
  {
    term: 'IOPS',
    kind: 'data',
    definition: 'How many reads and writes a disk can do in a second, whatever their size.',
    see: ['disk'],
    chapter: 'vertical-scaling',
  },
  {
    term: 'bottleneck',
    also: ['bottlenecks'],
    definition:
      'The one part that is fully busy and so sets the pace of the whole. Improving any other part changes nothing.',
    see: ['utilisation'],
    chapter: 'vertical-scaling',
  },
  {
    term: 'vertical scaling',
    also: ['scale up', 'scaling up'],
    kind: 'service',
    definition: 'Making one machine larger: a faster processor, more cores, more memory, a better disk.',
    see: ['horizontal scaling'],
    chapter: 'vertical-scaling',
  },
  {
    term: 'contention',
    definition:
      'Work that only one can do at a time, so that all others stand and wait for it: a lock, a log file, one hot row.',
    see: ['Amdahl’s law', 'Universal Scalability Law'],
    chapter: 'vertical-scaling',
  },
  {
    term: 'Amdahl’s law',
    also: ["Amdahl's law"],
    definition:
      'If a share of the work cannot be divided, no number of cores makes the whole faster than that share allows.',
    see: ['contention'],
    chapter: 'vertical-scaling',
  },
  {
    term: 'Universal Scalability Law',
    also: ['USL'],
    definition:
      'Amdahl’s law plus what it costs to keep workers in agreement: beyond some number, one more makes the whole slower.',
    see: ['Amdahl’s law', 'contention'],
    chapter: 'vertical-scaling',
  },
];
