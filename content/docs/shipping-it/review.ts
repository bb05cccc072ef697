import type { ReviewQuestion } from '#widgets';

export const review: readonly ReviewQuestion[] = [
  {
    id: 'shipping-it/ci-cd',
    question: 'What does a CI/CD server do, and why do teams use one?',
    options: [
      {
        value: 'hosts',
        label: 'It runs the application for its users',
        reason: 'That is the server of the application. The CI/CD server brings new code there.',
      },
      {
        value: 'builds',
        label:
          'It builds, tests and deploys each change in the same way, so that nothing depends on who does it, on which laptop, at what hour',
        right: true,
        reason:
          'Yes: the same steps each time, quickly, with a record of them, and a stop where a test fails.',
      },
      {
        value: 'reviews',
        label: 'It reads the code and decides whether it is good',
        reason:
          'It runs what people wrote to find out: tests, checks. Whether the idea is good remains with people.',
      },
      {
        value: 'backup',
        label: 'It keeps old versions in case something breaks',
        reason: 'Old builds are kept, and that helps to go back. It is not what the server is for.',
      },
    ],
  },
  {
    id: 'shipping-it/rolling-room',
    question:
      'Three machines are 70 % busy each. What does a rolling release, one at a time, do at this hour?',
    options: [
      {
        value: 'fine',
        label: 'Nothing: two of three are up all the time',
        reason: 'Two of them would have to do the work of 2.1. Their queues grow until the third is back.',
      },
      {
        value: 'queue',
        label:
          'It overloads the two that are left, for as long as a machine takes to start, three times over',
        right: true,
        reason:
          'Yes: a rolling release needs room for one less. Release at night, add a machine, or set the new ones beside the old.',
      },
      {
        value: 'third',
        label: 'A third of the requests fail',
        reason: 'The balancer sends nothing to the machine that is away. They are answered, late.',
      },
      {
        value: 'double',
        label: 'It doubles the bill',
        reason: 'That would be blue-green, for as long as both colours stand.',
      },
    ],
  },
  {
    id: 'shipping-it/canary',
    question: 'A canary of 5 % meets a bad build that fails everything. No rule rolls it back. What is hurt?',
    options: [
      {
        value: 'nobody',
        label: 'Nobody: it is only a canary',
        reason: 'A bird in a mine is only a warning for those who look at it.',
      },
      {
        value: 'five-then-all',
        label: 'One request in twenty, until the watch is over, and then all of them',
        right: true,
        reason:
          'Yes. The share limits the harm; the rule ends it. One without the other is half of the idea.',
      },
      {
        value: 'five',
        label: 'One request in twenty, and that is all',
        reason: 'When the watch is over without complaint, the release goes on.',
      },
      {
        value: 'all',
        label: 'Everybody, at once',
        reason: 'That would be the big bang. The canary gets its share first.',
      },
    ],
  },
  {
    id: 'shipping-it/schema',
    question:
      'A rolling release renames a column of the database. Old and new code run side by side for a minute. How is it done without errors?',
    options: [
      {
        value: 'first',
        label: 'Rename the column, then release',
        reason: 'From that moment the old code, still running, asks for a column that is gone.',
      },
      {
        value: 'last',
        label: 'Release, then rename the column',
        reason: 'Until then the new code asks for one that is not there yet.',
      },
      {
        value: 'expand-contract',
        label:
          'Add the new column, write both, move the old values, read the new one, and drop the old one a release later',
        right: true,
        reason:
          'Yes: expand, migrate, contract. Each step can live with the version before it, and each can be taken back.',
      },
      {
        value: 'night',
        label: 'At night, when nobody asks',
        reason: 'Somebody always asks. And at night nobody is there to take it back.',
      },
    ],
  },
  {
    id: 'shipping-it/blue-green-back',
    question: 'Why is a blue-green release the quickest one to take back?',
    options: [
      {
        value: 'small',
        label: 'Because few machines are new',
        reason: 'All of them are: the traffic goes over at once.',
      },
      {
        value: 'stands-by',
        label: 'Because the old machines still stand there, started and warm',
        right: true,
        reason:
          'Yes: going back is one decision of the balancer. It is paid for with twice the machines for a while.',
      },
      {
        value: 'tests',
        label: 'Because it was tested beside the old ones first',
        reason: 'That makes going back less likely, not quicker.',
      },
      {
        value: 'drain',
        label: 'Because no request is cut off',
        reason: 'A rolling release need not cut any off either.',
      },
    ],
  },
];
