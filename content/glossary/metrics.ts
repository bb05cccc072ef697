import type { GlossaryEntry } from '#widgets';

/** The words that the chapter ‘Metrics’ teaches. */
export const metricsTerms: readonly GlossaryEntry[] = [
  {
    term: 'metric',
    also: ['metrics'],
    kind: 'operations',
    definition: 'A number that is measured over and over, so that one sees it change.',
    see: ['time series', 'percentile'],
    chapter: 'metrics',
  },
  {
    term: 'time series',
    kind: 'operations',
    definition: 'The values of one metric with their times, in order.',
    see: ['metric', 'scrape interval'],
    chapter: 'metrics',
  },
  {
    term: 'resource metric',
    also: ['resource metrics'],
    kind: 'operations',
    definition: 'A metric of the machine: processor, memory, disk, network.',
    see: ['application metric'],
    chapter: 'metrics',
  },
  {
    term: 'application metric',
    also: ['application metrics'],
    kind: 'operations',
    definition: 'A metric of the program: requests answered, requests failed, how long they took.',
    see: ['resource metric'],
    chapter: 'metrics',
  },
  {
    term: 'log-based metric',
    also: ['log-based metrics'],
    kind: 'operations',
    definition: 'A metric that comes from counting lines of a log.',
    see: ['log', 'metric'],
    chapter: 'metrics',
  },
  {
    term: 'percentile',
    also: ['percentiles', 'p50', 'p95', 'p99'],
    definition:
      'The value that so many percent stay below: of a hundred requests, one takes longer than the 99th percentile.',
    see: ['tail latency', 'average'],
    chapter: 'metrics',
  },
  {
    term: 'average',
    also: ['mean'],
    definition: 'The sum over the count. It hides the few for whom things are bad.',
    see: ['percentile'],
    chapter: 'metrics',
  },
  {
    term: 'histogram',
    also: ['histograms', 'buckets'],
    kind: 'operations',
    definition:
      'How many values fell into each of a row of ranges, called buckets. Percentiles can be read off it, as finely as its buckets are.',
    see: ['percentile'],
    chapter: 'metrics',
  },
  {
    term: 'scrape interval',
    also: ['scraping', 'scrape'],
    kind: 'operations',
    definition: 'How often a metric is read. What comes and goes between two readings is not seen.',
    see: ['time series'],
    chapter: 'metrics',
  },
  {
    term: 'trace',
    also: ['traces', 'distributed tracing'],
    kind: 'operations',
    definition: 'The whole way of one request through all services, with the time of each step.',
    see: ['span', 'waterfall'],
    chapter: 'metrics',
  },
  {
    term: 'span',
    also: ['spans'],
    kind: 'operations',
    definition: 'One step of a trace: where, from when, until when.',
    see: ['trace'],
    chapter: 'metrics',
  },
];
