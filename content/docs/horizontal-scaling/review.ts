import type { ReviewQuestion } from '#widgets';

export const review: readonly ReviewQuestion[] = [
  {
    id: 'horizontal-scaling/why-out',
    question:
      'A single machine twice the size would carry the traffic of next year. What do several machines give that it does not?',
    options: [
      {
        value: 'faster',
        label: 'A shorter answer for each cook',
        reason:
          'The other way round: at the same load one large machine with one queue answers sooner than several small ones.',
      },
      {
        value: 'dies-in-part',
        label: 'They fail in part, not as a whole; and there is always room for one more',
        right: true,
        reason:
          'Yes. One machine has a ceiling and dies as one. Many users need what no size of machine has: the next step, and somebody left when one is gone.',
      },
      {
        value: 'cheaper',
        label: 'They are always cheaper',
        reason:
          'Only from some size on. At the lower end of the catalogue, with a balancer and a spare, they cost more.',
      },
      {
        value: 'simpler',
        label: 'A simpler program',
        reason:
          'A harder one: traffic has to be spread, and no machine may keep what another needs. That is the price of it.',
      },
    ],
  },
  {
    id: 'horizontal-scaling/one-queue',
    question:
      'Why do four queues, one before each core, keep people waiting longer than one before all four?',
    options: [
      {
        value: 'more-work',
        label: 'There is more work to do',
        reason: 'It is the same work, and the cores are equally busy.',
      },
      {
        value: 'idle-beside-queue',
        label: 'Because a core may be idle while somebody waits before another',
        right: true,
        reason:
          'Yes. With one queue no core rests while anybody waits, and one giant holds up one core only.',
      },
      {
        value: 'network',
        label: 'Because of the network between the machines',
        reason: 'The model has none there. It would come on top.',
      },
      {
        value: 'longer-queue',
        label: 'Because four queues have room for more people',
        reason: 'Room is not what makes people wait. The queues here hold as many as come.',
      },
    ],
  },
  {
    id: 'horizontal-scaling/how-many',
    question: 'Four machines are enough at noon, at four fifths busy. How many should there be, and why?',
    options: [
      {
        value: 'four',
        label: 'Four: they are enough',
        reason: 'With one of them gone the other three would have more to do than they can.',
      },
      {
        value: 'five',
        label: 'Five: when one is gone, four are left, and four are enough',
        right: true,
        reason: 'Yes: N + 1. What counts is how busy the others are when one is missing.',
      },
      {
        value: 'eight',
        label: 'Eight: one spare for each',
        reason:
          'That is for machines that cannot stand in for one another. Machines that remember nothing share one spare.',
      },
      {
        value: 'autoscaler',
        label: 'Four, and an autoscaler that brings a fifth when one dies',
        reason: 'It comes minutes later. Until then the three drown, and a full queue takes long to empty.',
      },
    ],
  },
  {
    id: 'horizontal-scaling/stateless',
    question: 'What does it mean for a server to be stateless?',
    options: [
      {
        value: 'no-data',
        label: 'That the application has no data',
        reason: 'It has plenty. It is kept where it outlives the server.',
      },
      {
        value: 'no-memory',
        label: 'That it may not use memory between two requests',
        reason:
          'It may, for what can be fetched again, such as a copy. It must not be the only one to know something.',
      },
      {
        value: 'any-server',
        label: 'That it keeps nothing that the next request needs, so that any server may take it',
        right: true,
        reason: 'Yes. Then a server can be added, restarted or lost, and nobody has to log in again.',
      },
      {
        value: 'no-database',
        label: 'That it does not talk to a database',
        reason: 'It talks to one all the time. That is where the state went.',
      },
    ],
  },
  {
    id: 'horizontal-scaling/sticky',
    question:
      'Sessions live in the servers’ memory, and the balancer sends everybody back to their own server. A server with a quarter of the sessions dies. Who notices?',
    options: [
      {
        value: 'nobody',
        label: 'Nobody: the other three take over',
        reason: 'They take over the requests. What the dead one knew is nowhere else.',
      },
      {
        value: 'quarter',
        label: 'The quarter that belonged to it',
        reason:
          'They do, first. But all of them log in at the same time, and what they wait for holds the workers of the other servers.',
      },
      {
        value: 'all',
        label: 'That quarter, who must log in, and others, who wait behind them',
        right: true,
        reason: 'Yes. A loss of sessions is a wave of log-ins, and log-ins are slow on purpose.',
      },
      {
        value: 'after-timeout',
        label: 'All of them, until the dead server is back',
        reason: 'Its coming back does not help: its memory is empty.',
      },
    ],
  },
  {
    id: 'horizontal-scaling/autoscaling',
    question:
      'An autoscaler starts machines in three minutes. What does it do for a rush that is there within one?',
    options: [
      {
        value: 'carries',
        label: 'It carries it: that is what it is for',
        reason:
          'It carries what comes after three minutes. What came before waits in a queue, or was refused.',
      },
      {
        value: 'late',
        label: 'It comes late; until then the room that you kept free has to do',
        right: true,
        reason:
          'Yes. Autoscaling follows the hours of the day. For the first minutes of a rush there is headroom, or nothing.',
      },
      {
        value: 'look-more-often',
        label: 'It would carry it, if it looked often enough',
        reason: 'It saw the rush at once. Most of the delay is the start of a machine.',
      },
      {
        value: 'nothing',
        label: 'Nothing at all, so one can do without it',
        reason:
          'It ends the queue some minutes later, and it takes the machines away at night. Both are worth money.',
      },
    ],
  },
];
