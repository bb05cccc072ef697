import type { Scenario } from '#sim-core';
import { say, theNode, type SentencePart } from './sentence.ts';

/** Where something happened: at a node, in a call from one to another, or on the way between two. */
export type Place =
  | { readonly kind: 'node'; readonly node: string }
  | { readonly kind: 'call'; readonly from: string; readonly node: string }
  | { readonly kind: 'way'; readonly from: string; readonly node: string };

/**
 * Reads the name of a place as a result writes it: `api`, `api>cache` or `api>cache:2` for the calls of one node
 * to another, the name of a link or `users to api` for what lies between them.
 */
export function placeOf(scenario: Scenario, name: string): Place {
  if (scenario.nodes[name] !== undefined) return { kind: 'node', node: name };
  const link = scenario.links?.[name];
  if (link !== undefined) return { kind: 'way', from: link.from, node: link.to };
  const [from = '', to = ''] = name.replace(/:\d+$/, '').split(/>| to /);
  if (scenario.nodes[to] === undefined) return { kind: 'node', node: name };
  return { kind: name.includes('>') ? 'call' : 'way', from, node: to };
}

/** 'the API', also for calls to it; 'the way from the cooks to the CDN'. */
export function placeInWords(scenario: Scenario, name: string): SentencePart[] {
  const place = placeOf(scenario, name);
  if (place.kind !== 'way') return say(theNode(scenario, place.node));
  return say('the way from ', theNode(scenario, place.from), ' to ', theNode(scenario, place.node));
}
