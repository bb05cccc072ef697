import type { Visitable } from '../kernel/system.ts';
import type { Construction } from '../scenario/construction.ts';
import { isLinkFault } from '../scenario/calls.ts';
import { part } from '../scenario/parts.ts';
import type { LinkFault, Scenario } from '../scenario/scenario.ts';
import { RegionTable } from './region-table.ts';
import type { RunningLink } from './running-link.ts';

/**
 * All that lies between the nodes of a scenario: a link for each call that has one in the
 * scenario, that crosses regions, or that a fault may cut. Between other nodes there is
 * nothing, and a call is there at once. Lesson: The network between.
 */
export class Network {
  declare readonly regions: RegionTable;
  /** In the order in which they were made. */
  readonly links: RunningLink[] = [];
  readonly #construction: Construction;
  readonly #nameOf: ReadonlyMap<string, string>;
  readonly #faults: readonly LinkFault[];
  readonly #made = new Map<string, Visitable>();
  #handler = -1;

  constructor(construction: Construction) {
    const { scenario } = construction;
    this.#construction = construction;
    this.regions = new RegionTable(scenario);
    this.#nameOf = new Map(
      Object.entries(scenario.links ?? {}).map(([name, { from, to }]) => [`${from} ${to}`, name]),
    );
    this.#faults = enabledLinkFaults(scenario);
  }

  /** What a node calls to reach another: the link between them, or the other itself. */
  between(from: string, to: string): Visitable {
    const pair = `${from} ${to}`;
    let made = this.#made.get(pair);
    if (made === undefined) this.#made.set(pair, (made = this.#make(from, to)));
    return made;
  }

  #make(from: string, to: string): Visitable {
    const construction = this.#construction;
    const { system, scenario, seed } = construction;
    const callee = construction.node(to);
    const caller = scenario.nodes[from]!;
    const said = this.#nameOf.get(`${from} ${to}`);
    const byRegion = this.regions.latenciesSeconds(caller, scenario.nodes[to]!);
    const isNear = byRegion.every((latency) => latency === 0);
    if (said === undefined && isNear && !this.#faults.some((fault) => strikes(fault, from, to)))
      return callee;
    if (this.#handler < 0) {
      // One for all links: a simulation has few handlers.
      this.#handler = system.simulation.register((number) => {
        const visit = system.visits.at(number);
        (visit.node as RunningLink).proceed(visit);
      });
    }
    // No id contains a space, so that the names of links that nobody wrote are free.
    const name = said ?? `${from} to ${to}`;
    const link = new (part('links').Link)(said === undefined ? {} : scenario.links![said]!, {
      ...{
        system,
        seed,
        handler: this.#handler,
        name,
        index: construction.indexBetween(name),
        callee,
        from,
        to,
      },
      ...{ byRegion, perClient: caller.kind === 'users' },
    });
    this.links.push(link);
    return link;
  }
}

/** The faults of the network that are to happen. */
export function enabledLinkFaults({ faults = {} }: Scenario): LinkFault[] {
  return Object.values(faults).filter(
    (fault) => isLinkFault(fault) && fault.enabled !== false,
  ) as LinkFault[];
}

/** Whether a fault strikes what lies between these two. */
export function strikes({ node, to: only }: LinkFault, from: string, to: string): boolean {
  return only === undefined ? node === from || node === to : node === from && only === to;
}
