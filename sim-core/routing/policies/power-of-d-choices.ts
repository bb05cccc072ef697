import type { RandomStream } from '../../random/index.ts';
import type { Backends } from '../backends.ts';
import type { Chooser, PolicyFactory } from '../policy.ts';

/**
 * Looks at `choices` available machines picked at random and takes the one with the
 * fewest unanswered requests; among equals the one picked first. Without replacement
 * unless told otherwise: at ten machines the two differ by some 4 % in mean latency.
 * Lesson: Load balancing. Source: Mitzenmacher, 'The Power of Two Choices in
 * Randomized Load Balancing' (2001).
 */
export const powerOfDChoices: PolicyFactory<'power-of-d-choices'> = (policy, backends, stream) =>
  policy.withReplacement
    ? new WithReplacement(policy.choices ?? 2, backends, stream)
    : new WithoutReplacement(policy.choices ?? 2, backends, stream);

class WithReplacement implements Chooser {
  declare protected readonly choices: number;
  declare protected readonly backends: Backends;
  declare protected readonly stream: RandomStream;

  constructor(choices: number, backends: Backends, stream: RandomStream) {
    this.choices = choices;
    this.backends = backends;
    this.stream = stream;
  }

  choose(): number {
    const { connections, available, availableCount } = this.backends;
    let chosen = -1;
    for (let i = 0; i < this.choices; i++) {
      const backend = available[this.stream.nextInteger(availableCount)]!;
      if (chosen < 0 || connections[backend]! < connections[chosen]!) chosen = backend;
    }
    return chosen;
  }
}

class WithoutReplacement extends WithReplacement {
  // A partial Fisher–Yates shuffle of the places 0 … n − 1; any starting order will do.
  declare private readonly places: Int32Array;
  private shuffled = 0;

  constructor(choices: number, backends: Backends, stream: RandomStream) {
    super(choices, backends, stream);
    this.places = new Int32Array(backends.count);
  }

  override choose(): number {
    const { connections, available, availableCount } = this.backends;
    if (this.shuffled !== availableCount) this.restart(availableCount);
    const places = this.places;
    let chosen = -1;
    for (let i = 0; i < this.choices && i < availableCount; i++) {
      const other = i + this.stream.nextInteger(availableCount - i);
      const place = places[other]!;
      places[other] = places[i]!;
      places[i] = place;
      const backend = available[place]!;
      if (chosen < 0 || connections[backend]! < connections[chosen]!) chosen = backend;
    }
    return chosen;
  }

  private restart(availableCount: number): void {
    this.shuffled = availableCount;
    for (let i = 0; i < availableCount; i++) this.places[i] = i;
  }
}
