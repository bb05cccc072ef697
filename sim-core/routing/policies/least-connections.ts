import type { Backends } from '../backends.ts';
import type { Chooser, PolicyFactory } from '../policy.ts';

/**
 * The available machine with the fewest unanswered requests, those in service included
 * ('join the shortest queue'). Among equals the next in turn after the last choice, as
 * nginx and HAProxy do. Lesson: Load balancing.
 */
export const leastConnections: PolicyFactory<'least-connections'> = (_policy, backends) =>
  new LeastConnections(backends);

class LeastConnections implements Chooser {
  declare private readonly backends: Backends;
  private turn = 0;

  constructor(backends: Backends) {
    this.backends = backends;
  }

  choose(): number {
    const { connections, available, availableCount } = this.backends;
    let place = this.turn < availableCount ? this.turn : 0;
    let chosen = place;
    let fewest = Infinity;
    for (let i = 0; i < availableCount; i++) {
      const open = connections[available[place]!]!;
      if (open < fewest) {
        fewest = open;
        chosen = place;
        if (open === 0) break;
      }
      place = place + 1 === availableCount ? 0 : place + 1;
    }
    this.turn = chosen + 1;
    return available[chosen]!;
  }
}
