import { type Check, flag, integer, object, optional } from './checks.ts';
import type { Scenario } from './scenario.ts';

/** What the requests of a class have in common, wherever they go. */
export interface RequestClass {
  /** It changes what it asks for; default false. */
  readonly writes?: boolean;
  /** Size of a request, bytes; default 500. */
  readonly requestBytes?: number;
  /** Size of its answer, bytes; default 10,000. */
  readonly responseBytes?: number;
}

const bytes = integer(0, 1_000_000_000_000);

export const requestClass: Check<RequestClass> = object({
  writes: optional(flag),
  requestBytes: optional(bytes),
  responseBytes: optional(bytes),
});

/** Class names of all users, in order of appearance. */
export function classNamesOf(scenario: Scenario): string[] {
  const names = Object.values(scenario.nodes).flatMap((node) =>
    node.kind === 'users' ? Object.keys(node.classes ?? { request: null }) : [],
  );
  return [...new Set(names)];
}
