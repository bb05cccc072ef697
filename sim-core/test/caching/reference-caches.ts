import type { EvictionPolicyKind } from '../../caching/index.ts';
import { FrequencySketch } from '../../caching/frequency-sketch.ts';
import type { RandomStream } from '../../random/index.ts';

/** What a cache does, in plain lists and without regard to speed; one for each policy. */
export interface ReferenceCache {
  /** Keys held, in any order. */
  keys(): number[];
  /** Tells the policy that a key that is held was asked for. */
  use(key: number): void;
  /** Adds a key that is not held; the key that left for it, or −1. */
  add(key: number): number;
  /** Removes a key that is held. */
  remove(key: number): void;
}

export const referenceCaches: Readonly<
  Record<EvictionPolicyKind, (capacity: number, stream: RandomStream) => ReferenceCache>
> = {
  fifo: (capacity) => {
    const queue: number[] = [];
    return {
      keys: () => queue,
      use: () => undefined,
      add: (key) => {
        const evicted = queue.length === capacity ? queue.shift()! : -1;
        queue.push(key);
        return evicted;
      },
      remove: (key) => drop(queue, key),
    };
  },

  lru: (capacity) => {
    const queue: number[] = [];
    return {
      keys: () => queue,
      use: (key) => toEnd(queue, key),
      add: (key) => {
        const evicted = queue.length === capacity ? queue.shift()! : -1;
        queue.push(key);
        return evicted;
      },
      remove: (key) => drop(queue, key),
    };
  },

  lfu: (capacity) => {
    const entries: { key: number; uses: number; usedAt: number }[] = [];
    let clock = 0;
    return {
      keys: () => entries.map(({ key }) => key),
      use: (key) => {
        const entry = entries.find((each) => each.key === key)!;
        entry.uses++;
        entry.usedAt = clock++;
      },
      add: (key) => {
        let evicted = -1;
        if (entries.length === capacity) {
          entries.sort((first, second) => first.uses - second.uses || first.usedAt - second.usedAt);
          evicted = entries.shift()!.key;
        }
        entries.push({ key, uses: 1, usedAt: clock++ });
        return evicted;
      },
      remove: (key) => {
        entries.splice(
          entries.findIndex((each) => each.key === key),
          1,
        );
      },
    };
  },

  random: (capacity, stream) => {
    const frames = new Frames(capacity);
    return {
      keys: () => frames.keys(),
      use: () => undefined,
      add: (key) => {
        if (!frames.full()) return frames.put(key);
        return frames.replace(stream.nextInteger(capacity), key);
      },
      remove: (key) => frames.remove(key),
    };
  },

  clock: (capacity) => {
    const frames = new Frames(capacity);
    const marked = new Set<number>();
    let hand = 0;
    return {
      keys: () => frames.keys(),
      use: (key) => marked.add(key),
      add: (key) => {
        if (!frames.full()) return frames.put(key);
        while (marked.delete(frames.keyIn(hand))) hand = (hand + 1) % capacity;
        const evicted = frames.replace(hand, key);
        hand = (hand + 1) % capacity;
        return evicted;
      },
      remove: (key) => {
        frames.remove(key);
        marked.delete(key);
      },
    };
  },

  sieve: (capacity) => {
    const oldestFirst: number[] = [];
    const marked = new Set<number>();
    /** Index of the key under the hand; the length of the queue when it is past the newest. */
    let hand = 0;
    let pastNewest = true;
    const leave = (index: number): number => {
      const [key] = oldestFirst.splice(index, 1);
      marked.delete(key!);
      if (index < hand) hand--;
      if (hand === oldestFirst.length) pastNewest = true;
      return key!;
    };
    const evict = (): number => {
      if (pastNewest) hand = 0;
      pastNewest = false;
      while (marked.delete(oldestFirst[hand]!)) hand = (hand + 1) % oldestFirst.length;
      return leave(hand);
    };
    return {
      keys: () => oldestFirst,
      use: (key) => marked.add(key),
      add: (key) => {
        const evicted = oldestFirst.length === capacity ? evict() : -1;
        oldestFirst.push(key);
        return evicted;
      },
      remove: (key) => leave(oldestFirst.indexOf(key)),
    };
  },

  's3-fifo': (capacity) => {
    const small: number[] = [];
    const main: number[] = [];
    const ghosts: number[] = [];
    const uses = new Map<number, number>();
    const smallCapacity = Math.floor(capacity / 10);
    const ghostCapacity = Math.floor((capacity * 9) / 10);
    const evict = (): number => {
      if (main.length <= capacity - smallCapacity) {
        while (small.length > 0) {
          const key = small.shift()!;
          if (uses.get(key)! < 2) {
            ghosts.push(key);
            if (ghosts.length > ghostCapacity) ghosts.shift();
            return key;
          }
          main.push(key);
          uses.set(key, 0);
        }
      }
      for (;;) {
        const key = main.shift()!;
        if (uses.get(key) === 0) return key;
        uses.set(key, uses.get(key)! - 1);
        main.push(key);
      }
    };
    return {
      keys: () => [...small, ...main],
      use: (key) => uses.set(key, Math.min(3, uses.get(key)! + 1)),
      add: (key) => {
        const returns = ghosts.includes(key);
        if (returns) drop(ghosts, key);
        const evicted = small.length + main.length === capacity ? evict() : -1;
        (returns ? main : small).push(key);
        uses.set(key, 0);
        return evicted;
      },
      remove: (key) => drop(small.includes(key) ? small : main, key),
    };
  },

  'w-tiny-lfu': (capacity) => {
    const window: number[] = [];
    const probation: number[] = [];
    const safe: number[] = [];
    // Its counts are tested on their own; here only what is done with them.
    const sketch = new FrequencySketch(capacity);
    const windowCapacity = Math.max(1, Math.floor(capacity / 100));
    const safeCapacity = Math.floor((capacity - windowCapacity) * 0.8);
    const evict = (): number => {
      const candidate = window.shift()!;
      const incumbents = probation.length > 0 ? probation : safe;
      if (incumbents.length === 0) return candidate;
      if (sketch.estimate(candidate) <= sketch.estimate(incumbents[0]!)) return candidate;
      const evicted = incumbents.shift()!;
      probation.push(candidate);
      return evicted;
    };
    return {
      keys: () => [...window, ...probation, ...safe],
      use: (key) => {
        sketch.increment(key);
        if (window.includes(key)) return toEnd(window, key);
        drop(probation.includes(key) ? probation : safe, key);
        safe.push(key);
        if (safe.length > safeCapacity) probation.push(safe.shift()!);
      },
      add: (key) => {
        const held = window.length + probation.length + safe.length;
        const evicted = held === capacity ? evict() : -1;
        sketch.increment(key);
        window.push(key);
        if (window.length > windowCapacity) probation.push(window.shift()!);
        return evicted;
      },
      remove: (key) =>
        drop(
          [window, probation, safe].find((segment) => segment.includes(key))!,
          key,
        ),
    };
  },
};

/** Numbered places for keys; of the free ones that which was freed last is used first. */
class Frames {
  readonly #frames: (number | null)[];
  readonly #free: number[];

  constructor(capacity: number) {
    this.#frames = Array.from({ length: capacity }, () => null);
    this.#free = this.#frames.map((_, frame) => capacity - 1 - frame);
  }

  full = () => this.#free.length === 0;
  keys = () => this.#frames.filter((key) => key !== null);
  keyIn = (frame: number) => this.#frames[frame]!;

  put(key: number): -1 {
    this.#frames[this.#free.pop()!] = key;
    return -1;
  }

  replace(frame: number, key: number): number {
    const evicted = this.#frames[frame]!;
    this.#frames[frame] = key;
    return evicted;
  }

  remove(key: number): void {
    const frame = this.#frames.indexOf(key);
    this.#frames[frame] = null;
    this.#free.push(frame);
  }
}

function drop(list: number[], key: number): void {
  list.splice(list.indexOf(key), 1);
}

function toEnd(list: number[], key: number): void {
  drop(list, key);
  list.push(key);
}
