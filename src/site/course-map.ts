/** A chapter of the course, written or not. */
export interface Chapter {
  /** From 1, in reading order. */
  readonly number: number;
  /** Folder under content/docs, and the address of the chapter. */
  readonly slug: string;
  /** Its name in menus and in the glossary. */
  readonly title: string;
  /** What the reader finds out, as a question. */
  readonly question: string;
  /** Written and reachable; the others are listed, not linked. */
  readonly ready: boolean;
}

/** A run of chapters that belong together. */
export interface Part {
  readonly title: string;
  readonly chapters: readonly Chapter[];
}

/** The whole course, the one table that menus, home page and pagination are made from. */
export const parts: readonly Part[] = [
  part('One machine', [
    ready(1, 'two-points-of-view', 'Two points of view', 'Where does the time of one request go?'),
    ready(2, 'single-server', 'The single server', 'Why does a half-idle server keep people waiting?'),
    ready(3, 'vertical-scaling', 'Vertical scaling', 'When does a bigger machine stop helping?'),
    ready(4, 'shipping-it', 'Shipping it', 'How many users does one bad build reach?'),
  ]),
  part('Splitting the machine', [
    ready(5, 'three-tiers', 'Three tiers', 'Which tier is worth the money?'),
    ready(6, 'storage', 'Storage that outlives it', 'What is lost when the machine dies?'),
  ]),
  part('Many machines', [
    ready(7, 'horizontal-scaling', 'Horizontal scaling', 'Is one queue better than many?'),
    ready(8, 'load-balancing', 'Load balancing', 'Who should get the next request?'),
    ready(9, 'cdn', 'CDN', 'How much of the wait is distance?'),
    ready(10, 'caching', 'Caching', 'How much memory is enough?'),
  ]),
  part('Scaling the data', [
    planned(11, 'read-replicas', 'Read replicas', 'How old may an answer be?'),
    planned(12, 'sharding', 'Sharding', 'What if everyone wants the same shard?'),
  ]),
  part('Many services', [
    planned(13, 'microservices', 'Microservices', 'How slow is a page made of a hundred calls?'),
    planned(14, 'external-services', 'Other people’s services', 'Whose outage is it?'),
    planned(15, 'network', 'The network between', 'What does a round trip cost?'),
  ]),
  part('Knowing what happens', [
    planned(16, 'logging', 'Logging', 'What happened just before the crash?'),
    planned(17, 'metrics', 'Metrics', 'What does the average hide?'),
    planned(18, 'alerts', 'Alerts', 'Quick or quiet: which alarm do you want?'),
  ]),
  part('A million users', [
    planned(19, 'whole-request', 'The whole request', 'What breaks when any one box breaks?'),
    planned(20, 'capstone', 'Capstone', 'A hundred users today, a million soon. On what budget?'),
  ]),
];

/** The chapters that can be read today, in reading order. */
export const readyChapters: readonly Chapter[] = parts
  .flatMap(({ chapters }) => chapters)
  .filter((chapter) => chapter.ready);

function part(title: string, chapters: readonly Chapter[]): Part {
  return { title, chapters };
}

function ready(number: number, slug: string, title: string, question: string): Chapter {
  return { number, slug, title, question, ready: true };
}

function planned(number: number, slug: string, title: string, question: string): Chapter {
  return { number, slug, title, question, ready: false };
}
