import type { PolicyFactory } from '../policy.ts';

/**
 * Looks at `choices` healthy machines picked at random and takes the one with the
 * fewest unanswered requests; among equals the one picked first. Without replacement
 * unless told otherwise: at ten machines the two differ by some 4 % in mean latency.
 * Lesson: Load balancing. Source: Mitzenmacher, 'The Power of Two Choices in
 * Randomized Load Balancing' (2001).
 */
export const powerOfDChoices: PolicyFactory<'power-of-d-choices'> = (policy, backends, stream) => {
  const wanted = policy.choices ?? 2;
  const withReplacement = policy.withReplacement ?? false;
  // A partial Fisher–Yates shuffle of the places 0 … n − 1; any starting order will do.
  const places = Int32Array.from({ length: backends.count }, (_, i) => i);
  const restart = (healthyCount: number): void => {
    for (let i = 0; i < healthyCount; i++) places[i] = i;
  };
  let shuffled = backends.count;
  return {
    choose: () => {
      const { connections, healthy, healthyCount } = backends;
      if (shuffled !== healthyCount) restart((shuffled = healthyCount));
      const choices = withReplacement || wanted < healthyCount ? wanted : healthyCount;
      let chosen = -1;
      let fewest = Infinity;
      for (let i = 0; i < choices; i++) {
        let place: number;
        if (withReplacement) place = stream.nextInteger(healthyCount);
        else {
          const other = i + stream.nextInteger(healthyCount - i);
          place = places[other]!;
          places[other] = places[i]!;
          places[i] = place;
        }
        const backend = healthy[place]!;
        if (connections[backend]! < fewest) {
          fewest = connections[backend]!;
          chosen = backend;
        }
      }
      return chosen;
    },
  };
};
