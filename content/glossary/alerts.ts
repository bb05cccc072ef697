import type { GlossaryEntry } from '#widgets';

/** The words that the chapter ‘Alerts’ teaches. */
export const alertsTerms: readonly GlossaryEntry[] = [
  {
    term: 'alert',
    also: ['alerts'],
    kind: 'operations',
    definition: 'A message to somebody because a metric has missed its target.',
    see: ['threshold', 'on-call'],
    chapter: 'alerts',
  },
  {
    term: 'threshold',
    also: ['thresholds'],
    kind: 'operations',
    definition: 'The value at which an alert may go off.',
    see: ['alert'],
    chapter: 'alerts',
  },
  {
    term: 'false alarm',
    also: ['false alarms'],
    kind: 'operations',
    definition: 'An alert with nothing behind it. After enough of them nobody looks.',
    see: ['alert'],
    chapter: 'alerts',
  },
  {
    term: 'time to detect',
    also: ['detection time'],
    kind: 'operations',
    definition: 'How long something has been wrong before anybody is told.',
    see: ['alert', 'false alarm'],
    chapter: 'alerts',
  },
  {
    term: 'SLI',
    also: ['service level indicator'],
    kind: 'operations',
    definition:
      'Service level indicator: the number by which a service is judged, such as the share of requests answered in time.',
    see: ['SLO'],
    chapter: 'alerts',
  },
  {
    term: 'SLO',
    also: ['service level objective', 'objective'],
    kind: 'operations',
    definition:
      'Service level objective: what that number should be, over a stretch of time, such as 99.9 % in a month.',
    see: ['SLI', 'error budget'],
    chapter: 'alerts',
  },
  {
    term: 'error budget',
    also: ['error budgets'],
    kind: 'operations',
    definition: 'What an SLO leaves free for failures: with 99.9 %, one request in a thousand.',
    see: ['SLO', 'burn rate'],
    chapter: 'alerts',
  },
  {
    term: 'burn rate',
    also: ['burn rates'],
    kind: 'operations',
    definition: 'How fast the error budget is being used up; at 1 it lasts exactly as long as it should.',
    see: ['error budget', 'alert'],
    chapter: 'alerts',
  },
  {
    term: 'on-call',
    also: ['on call'],
    kind: 'operations',
    definition: 'Being the one whom the alert wakes.',
    see: ['alert'],
    chapter: 'alerts',
  },
  {
    term: 'incident',
    also: ['incidents'],
    kind: 'operations',
    definition: 'A time in which users do not get what they should, from its first sign until it is over.',
    see: ['time to detect'],
    chapter: 'alerts',
  },
];
