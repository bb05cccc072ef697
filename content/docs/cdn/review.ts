import type { ReviewQuestion } from '#widgets';

export const review: readonly ReviewQuestion[] = [
  {
    id: 'cdn/distance',
    question:
      'A page takes 250 ms in Cairo and 10 ms in Virginia, where it is served. What shortens Cairo’s wait?',
    options: [
      {
        value: 'machines',
        label: 'More machines in Virginia',
        reason: 'They shorten a line. Cairo does not stand in one: its requests are under way.',
      },
      {
        value: 'bandwidth',
        label: 'A wider connection to Egypt',
        reason: 'More fits through at once, and each bit is under way just as long.',
      },
      {
        value: 'copy',
        label: 'A copy in or near Cairo',
        right: true,
        reason: 'Yes: the way itself gets shorter. Nothing else makes light arrive sooner.',
      },
      {
        value: 'faster',
        label: 'Code that is twice as fast',
        reason: 'It would save 5 ms of the 250.',
      },
    ],
  },
  {
    id: 'cdn/what-is-kept',
    question: 'Which of these should an edge not keep for everybody?',
    options: [
      {
        value: 'photo',
        label: 'The photograph of a dish',
        reason: 'The same for all who ask, and large. It is what edges are for.',
      },
      {
        value: 'script',
        label: 'app.3f9c.js, the code of the page',
        reason: 'The same for all, and its name changes with its content. It can be kept for ever.',
      },
      {
        value: 'inbox',
        label: 'A cook’s own messages',
        right: true,
        reason:
          'Yes: the next one to ask would be shown somebody else’s. Such answers say Cache-Control: private, or no-store.',
      },
      {
        value: 'video',
        label: 'A film of how to fold a dumpling',
        reason: 'The same for all. Edges keep it in pieces, so that one can start in the middle.',
      },
    ],
  },
  {
    id: 'cdn/first-visitor',
    question:
      'Saffron adds twenty edges, each in a small town. Why may the origin be asked more often than before?',
    options: [
      {
        value: 'distance',
        label: 'The edges are further from the origin',
        reason: 'That makes a miss slower. It does not make one.',
      },
      {
        value: 'first',
        label: 'Each edge has to fetch each file once, for fewer visitors',
        right: true,
        reason:
          'Yes: the first visitor of each edge pays. Large CDNs put a second, shared tier of edges before the origin for this reason.',
      },
      {
        value: 'ttl',
        label: 'More edges shorten the life of a copy',
        reason: 'It lives as long as it is told to, wherever it is.',
      },
      {
        value: 'never',
        label: 'It cannot be: more edges keep more copies',
        reason: 'More copies in all, and fewer visitors for each of them.',
      },
    ],
  },
  {
    id: 'cdn/release',
    question: 'Copies live for a day. You put a new style.css in place of the old one. What do people see?',
    options: [
      {
        value: 'new',
        label: 'The new one, at once',
        reason: 'Only where no copy was kept. The edges do not know that you changed anything.',
      },
      {
        value: 'mixed',
        label: 'Some the old one for up to a day, perhaps with the new page around it',
        right: true,
        reason: 'Yes, and the browsers that kept it may show it longer. A new name avoids both.',
      },
      {
        value: 'error',
        label: 'An error until the edges have it',
        reason: 'An edge that has no copy fetches one. One that has an old copy answers with it.',
      },
      {
        value: 'old',
        label: 'All of them the old one for exactly a day',
        reason: 'Each copy has a day from when it was fetched. They end at different times.',
      },
    ],
  },
  {
    id: 'cdn/names-or-purge',
    question: 'Why do most sites give files names that change with their content instead of purging?',
    options: [
      {
        value: 'faster',
        label: 'A new name fills the edges sooner',
        reason: 'A new name is a miss everywhere, once, just as after a purge.',
      },
      {
        value: 'reach',
        label: 'It reaches browsers, too, cannot come late, and old pages still find their old files',
        right: true,
        reason:
          'Yes: no purge reaches what a browser has kept. Only the page that holds the names needs a short life.',
      },
      {
        value: 'purge-slow',
        label: 'A purge takes a day',
        reason: 'Seconds or less, with the large CDNs of today. That is no longer the reason.',
      },
      {
        value: 'room',
        label: 'It needs less room at the edges',
        reason: 'More, for a while: the old copies stay until they are evicted.',
      },
    ],
  },
];
