import type { ReviewQuestion } from '#widgets';

export const review: readonly ReviewQuestion[] = [
  {
    id: 'vertical-scaling/bottleneck',
    question: 'The cores are busy 40 % of the time, the disk 97 %, and people wait. What do you buy?',
    options: [
      {
        value: 'cores',
        label: 'Cores: they do the work',
        reason:
          'They have time to spare. With more of them, requests arrive sooner in the line for the disk.',
      },
      {
        value: 'memory',
        label: 'Memory: it holds those who wait',
        reason: 'It would hold more of them, and they would wait longer. Nothing gets done sooner.',
      },
      {
        value: 'disk',
        label: 'A faster disk',
        right: true,
        reason: 'Yes: it is the part that is fully busy. Everything else waits for it.',
      },
      {
        value: 'all',
        label: 'The next size, with more of everything',
        reason: 'That helps by what it adds to the disk. You pay for the rest, too.',
      },
    ],
  },
  {
    id: 'vertical-scaling/after-the-upgrade',
    question: 'The new disk is four times as fast. What happens when the traffic goes on growing?',
    options: [
      {
        value: 'four-times',
        label: 'The machine carries four times as much',
        reason: 'Only if the disk were all that a request needs. The cores were half busy already.',
      },
      {
        value: 'moves',
        label: 'Another part becomes the bottleneck',
        right: true,
        reason:
          'Yes: the cores, here, at about twice the traffic. There is always a part that is short first.',
      },
      {
        value: 'disk-again',
        label: 'The disk is short again, soon',
        reason: 'It is now the part with most to spare. The one that is next busiest comes first.',
      },
      {
        value: 'nothing',
        label: 'Nothing: the bottleneck is gone',
        reason: 'It is gone from the disk. A machine without one would carry any traffic.',
      },
    ],
  },
  {
    id: 'vertical-scaling/double-cores',
    question: 'Eight cores do some 600 requests a second. Why do sixty-four not do eight times as many?',
    options: [
      {
        value: 'slower',
        label: 'Cores in large machines are slower',
        reason: 'They often are, a little. In the model they are not, and the curve bends all the same.',
      },
      {
        value: 'share',
        label: 'They wait for what only one can hold at a time, and spend work on keeping in step',
        right: true,
        reason:
          'Yes: the first makes a ceiling, which is Amdahl’s law. The second makes the curve turn down.',
      },
      {
        value: 'traffic',
        label: 'Not enough requests come',
        reason: 'Far more come than any of these machines can do. They are turned away.',
      },
      {
        value: 'queue',
        label: 'The queue is too short for them',
        reason: 'A longer queue would make people wait longer. The cores never ran out of work.',
      },
    ],
  },
  {
    id: 'vertical-scaling/vertical-or-horizontal',
    question:
      'How do vertical and horizontal scaling differ, and why do many users call for the second in the end?',
    options: [
      {
        value: 'software',
        label:
          'Vertical scaling changes the machine, horizontal scaling changes the program; programs are cheaper',
        reason: 'Horizontal scaling does ask more of the program. That is its price, not its reason.',
      },
      {
        value: 'bigger-or-more',
        label:
          'One machine made bigger, or more machines beside it. One machine has a ceiling and dies as one; more of them can be added for as long as there are users, and one may fail',
        right: true,
        reason:
          'Yes. Chapter 7 goes that way, and pays for it with work: traffic must be spread, and no machine may keep what others need.',
      },
      {
        value: 'speed',
        label: 'A bigger machine is faster for one user, more machines only for many',
        reason:
          'Not even that: more cores do not shorten one request, only faster ones do. And it does not say why many users need more.',
      },
      {
        value: 'price',
        label: 'They do the same, and ten small machines are always cheaper than a large one',
        reason:
          'At the lower end of the catalogue they cost about the same, and ten need somebody who keeps them in step.',
      },
    ],
  },
  {
    id: 'vertical-scaling/faster-or-more',
    question: 'Hardly anybody waits in line, and answers are still too slow. Which helps?',
    options: [
      {
        value: 'more',
        label: 'More cores',
        reason: 'They shorten the line. There is none.',
      },
      {
        value: 'faster',
        label: 'Faster cores, or less work for each request',
        right: true,
        reason: 'Yes: what is left is the work itself, and one request runs on one core.',
      },
      {
        value: 'memory',
        label: 'More memory',
        reason: 'Only if it spares the request some of its work. By itself it holds more of them at once.',
      },
      {
        value: 'second',
        label: 'A second machine',
        reason: 'It would do more requests at once, each in the same time.',
      },
    ],
  },
];
