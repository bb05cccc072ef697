import type { Visit } from '../kernel/visits.ts';
import { SERVED } from '../metrics/failure-book.ts';
import type { Construction } from '../scenario/construction.ts';
import type { CdnNode } from '../scenario/nodes/cdn.ts';
import { copyRules, lookupService } from '../scenario/nodes/copies.ts';
import type { CdnMetrics, EdgeMetrics } from './caching-metrics.ts';
import { CachingNode, FETCHING, OWN_STEPS, PASSING, placeOf, WAITING } from './caching-node.ts';

/** On the way from the user to the edge. */
const COMING = OWN_STEPS;
/** On the way back. */
const GOING = OWN_STEPS + 1;

/**
 * A content delivery network: each request goes to an edge near its user, which answers from
 * a copy or asks the origin far away. When an edge is down, its users are sent to the next of
 * the list that is up, as anycast routing would. Lesson: CDN.
 */
export class Cdn extends CachingNode {
  declare private readonly edgeIds: readonly string[];
  declare private readonly latencySeconds: Float64Array;
  /** By the region of who asks + 1; null where the edges are in no region. */
  declare private readonly nearest: Int32Array | null;
  /** By index of the request class. */
  declare private readonly isCacheable: readonly boolean[];
  /** When everything changes, ascending; the first `changes` of them are past. */
  declare private readonly changesAtSeconds: readonly number[];
  declare private readonly arrivedAtEdge: number[];
  declare private readonly come: number;
  declare private readonly go: number;
  private changes = 0;
  private bytesSent = 0;

  constructor(construction: Construction, id: string, node: CdnNode) {
    const edges = Object.entries(node.edges);
    super(construction, id, {
      rules: copyRules(node),
      coalescing: node.coalescing ?? false,
      target: construction.route(id, node.target, node.policy),
      service: lookupService(node, edges.length),
    });
    const { simulation, visits, classes } = this.system;
    this.edgeIds = edges.map(([edge]) => edge);
    this.latencySeconds = Float64Array.from(edges, ([, { latencySeconds = 0 }]) => latencySeconds);
    const regions = edges.flatMap(([, { region }]) => region ?? []);
    const { regions: table } = construction.network;
    this.nearest =
      regions.length === 0 ? null : table.nearestTo(regions.map((region) => table.indexOf(region)));
    this.isCacheable = classes.map(({ name, writes }) => !writes && (node.classes?.includes(name) ?? true));
    this.changesAtSeconds = [...(node.contentChangesAtSeconds ?? [])].sort((a, b) => a - b);
    this.arrivedAtEdge = edges.map(() => 0);
    this.come = simulation.register((number) => this.atEdge(visits.at(number)));
    this.go = simulation.register((number) => this.atUser(visits.at(number)));
    const purge = simulation.register(() => this.purge());
    for (const atSeconds of node.purgeAtSeconds ?? []) simulation.schedule(atSeconds, purge, 0);
  }

  arrive(visit: Visit): void {
    const { simulation, recorder, warmUpSeconds } = this.system;
    this.statistics.arrive();
    const edge = this.edgeFor(visit);
    visit.machine = edge;
    visit.step = COMING;
    if (visit.row >= 0) recorder.atMachine(visit.row, edge);
    if (visit.arrivedAt >= warmUpSeconds) this.arrivedAtEdge[edge]!++;
    const latency = this.latencySeconds[edge]!;
    if (latency === 0) this.atEdge(visit);
    else simulation.schedule(simulation.now + latency, this.come, visit.number);
  }

  /** The nearest that is up; the nearest when none is. */
  private edgeFor({ region, client }: Visit): number {
    const nearest = this.nearest === null ? placeOf(client, this.machines) : this.nearest[region + 1]!;
    for (let further = 0; further < this.machines; further++) {
      const edge = (nearest + further) % this.machines;
      if (!this.service.machine(edge).isDown) return edge;
    }
    return nearest;
  }

  private atEdge(visit: Visit): void {
    if (this.service.machine(visit.machine).isDown) {
      this.finish(visit, this.system.failures.numberOf(this.index, 'refused'));
    } else if (visit.key >= 0 && this.isCacheable[visit.requestClass]!) this.lookUp(visit);
    else this.forward(visit, PASSING);
  }

  protected override finish(visit: Visit, failure: number): void {
    const { classes, simulation, warmUpSeconds } = this.system;
    if (failure === SERVED && visit.arrivedAt >= warmUpSeconds)
      this.bytesSent += classes[visit.requestClass]!.responseBytes;
    const latency = this.latencySeconds[visit.machine]!;
    if (latency === 0) return super.finish(visit, failure);
    visit.step = GOING;
    visit.failure = failure;
    simulation.schedule(simulation.now + latency, this.go, visit.number);
  }

  private atUser(visit: Visit): void {
    super.finish(visit, visit.failure);
  }

  protected override lookUpFailed(visit: Visit, failure: number): void {
    this.finish(visit, failure);
  }

  /** Content changes when somebody writes it, and all of it with a release. */
  protected override changedAt(key: number): number {
    const { simulation, writes } = this.system;
    const changes = this.changesAtSeconds;
    while (this.changes < changes.length && changes[this.changes]! <= simulation.now) this.changes++;
    return Math.max(writes.lastAt(key), this.changes === 0 ? -1 : changes[this.changes - 1]!);
  }

  protected override answeredInOwnStep(visit: Visit): void {
    throw new Error(`cdn "${this.id}": an answer came in step ${visit.step}; expected no call in it`);
  }

  private purge(): void {
    for (const copies of this.copies) copies.clear();
  }

  override crash(edge: number): void {
    super.crash(edge);
    this.breakOffAt(edge, [FETCHING, WAITING, PASSING]);
  }

  metrics(measuredSeconds: number): CdnMetrics {
    const { instances, ...metrics } = this.copyMetrics(measuredSeconds);
    const byEdge = this.edgeIds.map((id, edge): [string, EdgeMetrics] => [
      id,
      {
        arrived: this.arrivedAtEdge[edge]!,
        ...this.countsOf[edge]!.metrics(),
        evictions: this.copies[edge]!.evictions,
        entriesMean: this.copies[edge]!.entriesMean(measuredSeconds),
        utilisation: instances[edge]!.utilisation,
      },
    ]);
    return { kind: 'cdn', ...metrics, bytesSent: this.bytesSent, byEdge: Object.fromEntries(byEdge) };
  }
}
