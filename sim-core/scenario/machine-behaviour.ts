import {
  type Check,
  integer,
  literal,
  mapOf,
  number,
  object,
  optional,
  type Place,
  refuse,
} from './checks.ts';
import { distribution } from './distribution-schema.ts';
import type { Distribution } from './distribution.ts';
import { ScenarioError } from './scenario-error.ts';
import { positiveRatePerSecond, positiveSeconds, seconds } from './units.ts';

/** Who is next, of those who wait; or nobody waits and all share. */
export type Discipline = 'fifo' | 'lifo' | 'priority' | 'processor-sharing';

/** When a machine refuses work to keep its promises about the rest; at least one of them. */
export interface Shedding {
  /** Who has waited longer than this when its turn comes is sent away, seconds. */
  readonly maximumQueueSeconds?: number;
  /** Requests at the machine, waiting or held; the next is sent away. */
  readonly concurrencyLimit?: number;
  /** Requests let in a second, and how many at once after a pause. */
  readonly rateLimit?: { readonly ratePerSecond: number; readonly burst: number };
  /** Waits that show a standing queue. */
  readonly queueDelay?: { readonly targetSeconds: number; readonly intervalSeconds: number };
}

/** How cores get in each other's way, by the Universal Scalability Law. */
export interface Contention {
  /** Share of the work that only one core can do at a time, α: 0 to 1. */
  readonly contentionRatio: number;
  /** What each pair of cores costs to keep in step, β, as a share of the work: 0 to 1; default 0. */
  readonly coherencyRatio?: number;
}

/** A process that has just started is slower for a while: caches are cold, code is not compiled yet. */
export interface WarmUp {
  readonly seconds: number;
  /** Share of its own speed until then, above 0 up to 1. */
  readonly speed: number;
}

/** What happens inside a machine of a service, beyond the plain queue. */
export interface MachineBehaviour {
  /** Order of service, for workers and for cores; default `fifo`. */
  readonly discipline?: Discipline;
  /** For the discipline `priority`: higher numbers go first; −1,000 to 1,000; 0 for classes left out. */
  readonly priorities?: Readonly<Record<string, number>>;
  /** How long a request waits for a worker before it leaves. */
  readonly patience?: Distribution;
  readonly shedding?: Shedding;
  /** Channels of the disk of each machine; 1 to 1,024; default 1. */
  readonly disks?: number;
  /** Speed of the disk against the reference; default 1. */
  readonly diskSpeed?: number;
  /** Memory of a machine, megabytes; unlimited when left out. */
  readonly memoryMegabytes?: number;
  /** What a request takes as long as it holds a worker, megabytes; default 0. */
  readonly memoryMegabytesPerRequest?: number;
  /** What the machine takes when idle, megabytes; default 0. */
  readonly memoryMegabytesBase?: number;
  readonly contention?: Contention;
  /** From the start of a machine until it serves, seconds; default 0. Machines of the first moment have started. */
  readonly startUpSeconds?: number;
  readonly warmUp?: WarmUp;
}

const ratio = number({ minimum: 0, maximum: 1 });
const megabytes = number({ minimum: 0, maximum: 1e9 });

const rule = object({
  maximumQueueSeconds: optional(seconds),
  concurrencyLimit: optional(integer(1, 1_000_000)),
  rateLimit: optional(
    object({ ratePerSecond: positiveRatePerSecond, burst: number({ minimum: 1, maximum: 1e6 }) }),
  ),
  queueDelay: optional(object({ targetSeconds: positiveSeconds, intervalSeconds: positiveSeconds })),
});

const shedding: Check<Shedding> = (value, place) => {
  const checked = rule(value, place);
  if (Object.keys(checked).length > 0) return checked;
  throw new ScenarioError(
    place.path,
    `${place.owner}: ${place.key} has no keys; expected one or more of maximumQueueSeconds, concurrencyLimit, rateLimit, queueDelay`,
  );
};

/** One of a few words. */
function oneOf<const Word extends string>(words: readonly Word[]): Check<Word> {
  return (value: unknown, place: Place) =>
    words.includes(value as Word)
      ? literal(value as Word)(value, place)
      : refuse(place, value, words.map((word) => `"${word}"`).join(', '));
}

/** The keys of a service that say what happens inside a machine. */
export const machineBehaviour = {
  discipline: optional(oneOf(['fifo', 'lifo', 'priority', 'processor-sharing'])),
  priorities: optional(mapOf(integer(-1000, 1000), { maximum: 32 })),
  patience: optional(distribution),
  shedding: optional(shedding),
  disks: optional(integer(1, 1024)),
  diskSpeed: optional(number({ minimum: 0.001, maximum: 1000 })),
  memoryMegabytes: optional(number({ minimum: 0, maximum: 1e9, above: true })),
  memoryMegabytesPerRequest: optional(megabytes),
  memoryMegabytesBase: optional(megabytes),
  contention: optional(object({ contentionRatio: ratio, coherencyRatio: optional(ratio) })),
  startUpSeconds: optional(seconds),
  warmUp: optional(object({ seconds: positiveSeconds, speed: number({ minimum: 0.001, maximum: 1 }) })),
};

/** What must hold between them. Throws a ScenarioError. */
export function checkMachineBehaviour(
  id: string,
  node: MachineBehaviour,
  classNames: readonly string[],
): void {
  const refused = (key: string, message: string): never => {
    throw new ScenarioError(`nodes.${id}.${key}`, `service "${id}": ${message}`);
  };
  const { memoryMegabytes, memoryMegabytesPerRequest = 0, memoryMegabytesBase = 0 } = node;
  if (memoryMegabytes !== undefined && memoryMegabytesBase + memoryMegabytesPerRequest > memoryMegabytes) {
    refused(
      'memoryMegabytes',
      `memoryMegabytes is ${memoryMegabytes}; expected at least ${memoryMegabytesBase + memoryMegabytesPerRequest}, for the machine and one request`,
    );
  }
  if (node.priorities === undefined) return;
  if (node.discipline !== 'priority')
    refused('priorities', 'priorities are given; expected them with the discipline "priority" only');
  for (const name of Object.keys(node.priorities)) {
    if (classNames.includes(name)) continue;
    refused(
      `priorities.${name}`,
      `priorities.${name} is no class of any users; expected one of ${classNames.join(', ')}`,
    );
  }
}
