import type { ReviewQuestion } from '#widgets';

export const review: readonly ReviewQuestion[] = [
  {
    id: 'two-points-of-view/what-is-a-server',
    question: 'What makes a computer a server?',
    options: [
      {
        value: 'size',
        label: 'It is large and stands in a data center',
        reason: 'Most do. A laptop that answers requests is one too, while it does so.',
      },
      {
        value: 'answers',
        label: 'It waits for requests from other computers and answers them',
        right: true,
        reason: 'Yes. The word is about what it does, not about what it looks like.',
      },
      {
        value: 'data',
        label: 'It keeps the data',
        reason: 'Somebody has to, often another machine: storage. A server may keep nothing at all.',
      },
      {
        value: 'asks',
        label: 'It asks other computers for pages',
        reason: 'Whoever asks is the client. A server may be one as well, when it asks its database.',
      },
    ],
  },
  {
    id: 'two-points-of-view/page-or-data',
    question: 'The page stands, and a reader presses a star to rate a recipe. What goes over the network?',
    options: [
      {
        value: 'page',
        label: 'A front-end request: HTML, CSS and JavaScript come again',
        reason: 'They are there already. That is what makes the star react without a new page.',
      },
      {
        value: 'api',
        label: 'A back-end (API) request: a little data there, a little JSON back',
        right: true,
        reason: 'Yes: the front end is running in the browser, and only data travels.',
      },
      {
        value: 'nothing',
        label: 'Nothing: it all happens in the browser',
        reason: 'Then nobody else would ever see the star, nor you on another device.',
      },
      {
        value: 'sql',
        label: 'The browser asks the database',
        reason: 'A database that anybody may ask is soon somebody else’s. Between them stands the server.',
      },
    ],
  },
  {
    id: 'two-points-of-view/far-away',
    question:
      'A page takes half a second on the other side of the ocean, and 20 ms of it are work. What helps?',
    options: [
      {
        value: 'machine',
        label: 'A machine that is twice as quick',
        reason: 'It takes ten milliseconds away, from five hundred.',
      },
      {
        value: 'bandwidth',
        label: 'A line with twice the bandwidth',
        reason: 'More bytes at a time do not arrive sooner. Only the transfer of large answers gets shorter.',
      },
      {
        value: 'trips',
        label: 'Fewer round trips, or shorter ones',
        right: true,
        reason: 'Yes: the wait is the distance times the number of ways. Those are the two things to change.',
      },
      {
        value: 'nothing',
        label: 'Nothing: light is not quicker',
        reason: 'Light is not. But nobody says that it has to cross four times.',
      },
    ],
  },
  {
    id: 'two-points-of-view/why-second-is-quick',
    question: 'Why does the second page from the same site come so much sooner?',
    options: [
      {
        value: 'warm',
        label: 'The server has warmed up',
        reason: 'It did the same work for both. Look at what is missing from the waterfall.',
      },
      {
        value: 'kept',
        label: 'The address is known and the connection is open: one round trip is left',
        right: true,
        reason: 'Yes. Where both are kept, only the question and its answer travel.',
      },
      {
        value: 'line',
        label: 'The line is free now',
        reason: 'It was free before. Two requests in four seconds do not fill it.',
      },
      {
        value: 'cached',
        label: 'The browser has kept the page',
        reason: 'It may keep files it has seen, but this page is one that it has not.',
      },
    ],
  },
  {
    id: 'two-points-of-view/where-to-keep',
    question: 'Where should a recipe be, if it is to survive that the server is switched off?',
    options: [
      {
        value: 'memory',
        label: 'In a variable of the program',
        reason: 'It is gone when the program ends, and a program ends at every deployment.',
      },
      {
        value: 'browser',
        label: 'In the reader’s browser',
        reason: 'It survives there, for that reader. Nobody else can read it.',
      },
      {
        value: 'storage',
        label: 'In persistent storage, such as a database',
        right: true,
        reason: 'Yes. It is usually another machine, asked over a network, and that takes time as well.',
      },
      {
        value: 'code',
        label: 'In the code',
        reason: 'Then each new recipe would be a deployment. Code is for what is the same for all.',
      },
    ],
  },
  {
    id: 'two-points-of-view/envelope',
    question:
      'A million requests a day, four times as many in the busy hour as on average, 10 ms of work each. About how many cores are busy?',
    options: [
      {
        value: 'half',
        label: 'Half a core',
        right: true,
        reason: 'Yes: some twelve a second, forty-six when it is busy, and a hundredth of a second for each.',
      },
      {
        value: 'five',
        label: 'Five',
        reason: 'Ten times too many. A day has nearly a hundred thousand seconds.',
      },
      {
        value: 'fifty',
        label: 'Fifty',
        reason:
          'That is about the requests a second of the busy hour. Each is a hundredth of a second of work.',
      },
      {
        value: 'unknown',
        label: 'One cannot know before it is built',
        reason: 'Not precisely. But whether it is half a core or fifty, one can know on an envelope.',
      },
    ],
  },
];
