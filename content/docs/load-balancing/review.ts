import type { ReviewQuestion } from '#widgets';

export const review: readonly ReviewQuestion[] = [
  {
    id: 'load-balancing/what-it-adds',
    question: 'Several servers run the same code. What does a load balancer add?',
    options: [
      {
        value: 'faster',
        label: 'It makes each server faster',
        reason: 'A server works as fast as before. It may get less to do, which is something else.',
      },
      {
        value: 'one-address',
        label:
          'One address for all: it spreads the requests, leaves out servers that are dead, and lets you add or remove one unnoticed',
        right: true,
        reason:
          'Yes: spreading, availability and freedom to change the cluster behind it. Users know one address and need not know which server answered.',
      },
      {
        value: 'storage',
        label: 'It keeps the data of the servers in step',
        reason:
          'It forwards requests and knows nothing of data. Servers behind it must not keep state of their own.',
      },
      {
        value: 'copies',
        label: 'It sends every request to all servers and takes the first answer',
        reason:
          'That exists, under the name of hedging, and multiplies the load. A balancer picks one server.',
      },
    ],
  },
  {
    id: 'load-balancing/blind',
    question: 'Why does round robin do badly when one of the servers is slow?',
    options: [
      {
        value: 'order',
        label: 'Because it always asks in the same order',
        reason:
          'A random order does no better: choose it in the lab. The trouble is how much the slow one gets, not when.',
      },
      {
        value: 'equal-share',
        label: 'Because it sends as much to the slow server as to the others',
        right: true,
        reason:
          'Right. It counts turns and never looks. A fair share is too much for a server that can do less, so its queue grows for as long as it is ill.',
      },
      {
        value: 'dead',
        label: 'Because it takes the slow server for dead',
        reason: 'The opposite: a slow server passes its checks and stays in.',
      },
      {
        value: 'connections',
        label: 'Because it opens too many connections',
        reason: 'It opens one a request, like every other policy here.',
      },
    ],
  },
  {
    id: 'load-balancing/two-choices',
    question:
      'Looking at two servers picked at random nearly matches looking at all of them. Why bother with two?',
    options: [
      {
        value: 'cheaper',
        label: 'Because the load of all servers is costly to know, and out of date as soon as it is known',
        right: true,
        reason:
          'Yes. With many balancers and many servers nobody knows all the loads, and everybody rushing to the least busy one makes it the busiest. Two fresh glances avoid both.',
      },
      {
        value: 'better',
        label: 'Because two give lower latency than all',
        reason:
          'Look at the comparison: with fresh knowledge of all servers, the least busy one is at least as good.',
      },
      {
        value: 'fair',
        label: 'Because it gives every server the same number of requests',
        reason: 'Round robin does that, and it is what you do not want when servers differ.',
      },
      {
        value: 'sticky',
        label: 'Because the same client then keeps the same server',
        reason: 'The two are picked afresh for each request. Keeping a server is what sticky balancing does.',
      },
    ],
  },
  {
    id: 'load-balancing/health-delay',
    question:
      'The balancer checks every five seconds and believes three failed checks in a row. A server dies. What then?',
    options: [
      {
        value: 'none',
        label: 'Nothing is lost: the balancer sees it at once',
        reason: 'It sees what its checks tell it, and they come every five seconds.',
      },
      {
        value: 'ten-to-fifteen',
        label: 'For ten to fifteen seconds its share of the requests fails',
        right: true,
        reason:
          'Right: the first check fails up to one interval after the crash, and two more must follow. All that time the dead server gets its turn.',
      },
      {
        value: 'all',
        label: 'All requests fail until it is back',
        reason: 'Only those that are sent to the dead server. That is what several servers are for.',
      },
      {
        value: 'forever',
        label: 'Its share fails for as long as it is dead',
        reason: 'That is what happens without health checks.',
      },
    ],
  },
  {
    id: 'load-balancing/draining',
    question:
      'Ninety-nine requests in a hundred take 10 ms, one uploads a film and takes up to two minutes. A server is to be replaced. How long may it finish?',
    options: [
      {
        value: 'usual',
        label: 'A second, a hundred times the usual request',
        reason: 'Every film that is under way there is cut off, and somebody begins again.',
      },
      {
        value: 'slowest',
        label: 'A little more than two minutes',
        right: true,
        reason:
          'Right: as long as the slowest request that you mean to keep. It costs little, since the server leaves as soon as it is empty.',
      },
      {
        value: 'for-ever',
        label: 'As long as it takes',
        reason: 'One connection that never ends would hold up the release for ever. The wait needs an end.',
      },
      {
        value: 'none',
        label: 'Not at all: the balancer sends everything to the others',
        reason: 'It sends what is new to the others. What has begun is on that server and ends with it.',
      },
    ],
  },
  {
    id: 'load-balancing/layers',
    question:
      'Another service keeps four connections to you open all day, through a balancer of layer 4. You add two servers to your four. What do they get to do?',
    options: [
      {
        value: 'their-share',
        label: 'A sixth of the requests each',
        reason: 'They would behind a balancer of layer 7, which places each request anew.',
      },
      {
        value: 'nothing',
        label: 'Nothing, until a connection is opened anew',
        right: true,
        reason:
          'Right. Layer 4 places connections, and all four are placed. Whoever adds servers behind it has to close connections now and then.',
      },
      {
        value: 'all-new',
        label: 'Everything, until they are as busy as the old ones',
        reason: 'That is how least connections treats new servers, and only for what it still has to place.',
      },
      {
        value: 'drained',
        label: 'What the old ones had not finished',
        reason:
          'A request that a server has in hand stays there. Balancers move what comes, not what has come.',
      },
    ],
  },
  {
    id: 'load-balancing/one-line',
    question:
      'The balancer takes turns and lets each server have two requests at a time. One server works at a quarter of its speed. What happens?',
    options: [
      {
        value: 'drowns',
        label: 'Its queue grows, as with any policy that looks at nothing',
        reason: 'It would, if requests could be sent there. With two in hand it gets no third.',
      },
      {
        value: 'fair',
        label: 'It gets a quarter of the requests, and everybody waits longer',
        reason:
          'Turns are taken among servers that have room. A server that seldom has room seldom has its turn.',
      },
      {
        value: 'less',
        label: 'It gets less, for it makes room less often; the others take what waits at the balancer',
        right: true,
        reason:
          'Yes. A limit finds out who is slow without measuring anything. Two of the requests at a time are unlucky, and no more.',
      },
      {
        value: 'out',
        label: 'The balancer takes it out',
        reason: 'Only a health check does that, and a slow server passes it.',
      },
    ],
  },
  {
    id: 'load-balancing/single-point',
    question: 'Four servers, one balancer. What is the single point of failure?',
    options: [
      {
        value: 'none',
        label: 'There is none: four servers are redundant',
        reason: 'Follow a request from the left. Which box do all of them pass?',
      },
      {
        value: 'slowest',
        label: 'The slowest server',
        reason: 'Its visitors suffer, the others do not. A single point of failure takes everybody with it.',
      },
      {
        value: 'balancer',
        label: 'The balancer: it needs a standby that takes over',
        right: true,
        reason:
          'Yes. Redundancy must reach the box that all requests pass. Then the question becomes how long the standby takes to notice.',
      },
      {
        value: 'checks',
        label: 'The health checks',
        reason: 'Without them the cluster is worse at hiding a death, but it still answers.',
      },
    ],
  },
];
