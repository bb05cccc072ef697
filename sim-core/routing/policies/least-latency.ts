import type { PolicyFactory } from '../policy.ts';

/**
 * The available machine where a request should be answered soonest: the moving average
 * of its response times, times the requests that would then be open there (nginx's
 * `least_time`, Finagle's exponentially weighted average). A machine that has not
 * answered yet counts as instant, so each is tried. Among equals the next in turn.
 * Lesson: Load balancing.
 */
export const leastLatency: PolicyFactory<'least-latency'> = (_policy, backends) => {
  let turn = 0;
  return {
    choose: () => {
      const { connections, latencySeconds, available, availableCount } = backends;
      let place = turn < availableCount ? turn : 0;
      let chosen = place;
      let soonest = Infinity;
      for (let i = 0; i < availableCount; i++) {
        const backend = available[place]!;
        const expected = latencySeconds[backend]! * (connections[backend]! + 1);
        if (expected < soonest) {
          soonest = expected;
          chosen = place;
        }
        place = place + 1 === availableCount ? 0 : place + 1;
      }
      turn = chosen + 1;
      return available[chosen]!;
    },
  };
};
