import { requireInteger, requireNotNegative, SERVERS_MAXIMUM } from './range.ts';

/**
 * Erlang B: the share of Poisson arrivals that find all of c servers busy and are turned
 * away, when nothing may wait (M/G/c/c; the distribution of service time does not matter).
 * @param servers c, an integer from 0 to 1,000,000.
 * @param erlangs offered load a = λ E[S], from 0.
 * @returns a probability from 0 to 1.
 * @throws RangeError when a number is out of range.
 * Source: Erlang 1917; the recursion B(c) = a B(c−1) / (c + a B(c−1)) stays exact where
 * factorials overflow.
 */
export function erlangB(servers: number, erlangs: number): number {
  requireInteger('Erlang B', 'servers', servers, 0, SERVERS_MAXIMUM);
  requireNotNegative('Erlang B', 'erlangs', erlangs);
  let blocked = 1;
  for (let count = 1; count <= servers; count++) blocked = (erlangs * blocked) / (count + erlangs * blocked);
  return blocked;
}
