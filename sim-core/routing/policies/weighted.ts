import type { PolicyFactory } from '../policy.ts';

/**
 * Smooth weighted round robin, as nginx does it: at each pick every available machine
 * gains its weight in credit, the richest is chosen and pays the sum of the weights.
 * Machines without a weight have 1. Weights 5, 1, 1 give a a b a c a a rather than a a a a a b c.
 * Lesson: Load balancing. Source: nginx commit 52327e0627f4 (2012).
 */
export const weighted: PolicyFactory<'weighted'> = ({ weights }, backends) => {
  const credit = new Float64Array(backends.count);
  return {
    choose: () => {
      let richest = backends.available[0]!;
      let total = 0;
      for (let i = 0; i < backends.availableCount; i++) {
        const backend = backends.available[i]!;
        const weight = weights[backend] ?? 1;
        credit[backend]! += weight;
        total += weight;
        if (credit[backend]! > credit[richest]!) richest = backend;
      }
      credit[richest]! -= total;
      return richest;
    },
  };
};
