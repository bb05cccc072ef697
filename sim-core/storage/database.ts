import { answer, type Breakable, call, type RunningNode, type System } from '../kernel/system.ts';
import type { Visit } from '../kernel/visits.ts';
import { SERVED } from '../metrics/failure-book.ts';
import type { NodeSeries } from '../metrics/result.ts';
import { VisitStatistics } from '../metrics/visit-statistics.ts';
import { RandomStream } from '../random/index.ts';
import type { Construction } from '../scenario/construction.ts';
import { keysAskedFor } from '../scenario/nodes/database-check.ts';
import { copiesOf, type DatabaseNode, shardsOf } from '../scenario/nodes/database.ts';
import { ParallelCalls, UNANSWERED } from '../services/parallel-calls.ts';
import { type Cluster, DatabaseCounts, LastWrites } from './cluster.ts';
import type { DatabaseMetrics } from './database-metrics.ts';
import { type Placement, placementOf } from './placement/placement.ts';
import { LagSeries } from './lag-series.ts';
import { Replication } from './replication.ts';
import { Resharding } from './resharding.ts';
import { Servers } from './servers.ts';
import { Shard } from './shard.ts';
import { keyOf, Versions } from './versions.ts';

/**
 * Keeps data on shards, each with its copies. A request goes to the shard of its key; one
 * of a class that scatters goes to all of them, and waits for the slowest.
 * Lessons: Storage that outlives the server, Read replicas, Sharding.
 */
export class Database implements RunningNode, Breakable {
  declare readonly id: string;
  declare readonly index: number;
  readonly isBetween = false;
  /** What its copies hold, for whoever keeps copies of that. */
  declare readonly versions: Versions;
  declare private readonly system: System;
  declare private readonly cluster: Cluster;
  declare private readonly shards: readonly Shard[];
  declare private readonly placement: Placement;
  declare private readonly resharding: Resharding | null;
  declare private readonly allShards: ParallelCalls;
  declare private readonly visits: VisitStatistics;
  declare private readonly lagSeries: LagSeries | null;

  constructor(construction: Construction, id: string, node: DatabaseNode) {
    const { system, seed, scenario } = construction;
    this.id = id;
    this.index = construction.indexOf(id);
    this.system = system;
    const copies = copiesOf(node);
    this.versions = new Versions(copies);
    const servers = new Servers(construction, id, node, copies * shardsOf(node));
    this.cluster = {
      system,
      index: this.index,
      id,
      node,
      copies,
      servers,
      versions: this.versions,
      replication: new Replication(construction, id, node, servers, this.versions),
      stream: new RandomStream(seed, `${id}/reads`),
      counts: new DatabaseCounts(),
      lastWrites: node.readFrom === 'read-your-writes' ? new LastWrites() : null,
      scatters: system.classes.map(({ name }) => node.scatter?.includes(name) ?? false),
      failover: system.simulation.register((shard) => this.shards[shard]!.failover.takeOver()),
    };
    this.shards = Array.from({ length: shardsOf(node) }, (_, shard) => new Shard(this.cluster, shard));
    const { count = 1, placement: rule = { kind: 'hash' } } = node.shards ?? {};
    const regions = Object.keys(scenario.regions ?? {});
    this.placement = placementOf(rule, count, regions);
    this.allShards = new ParallelCalls(this.shards, this.shards.length);
    this.resharding = node.resharding
      ? new Resharding(
          { system, index: this.index, servers, versions: this.versions, shards: this.shards },
          node.resharding,
          { before: this.placement, after: placementOf(rule, node.resharding.count) },
          keysAskedFor(scenario),
        )
      : null;
    this.visits = new VisitStatistics(system);
    this.lagSeries = system.details && node.replication ? new LagSeries(this.cluster.replication) : null;
  }

  get machines(): number {
    return this.cluster.servers.count;
  }

  arrive(visit: Visit): void {
    const { counts, scatters } = this.cluster;
    const { recorder, simulation, warmUpSeconds, classes } = this.system;
    this.visits.arrive();
    if (simulation.now >= warmUpSeconds) {
      if (classes[visit.requestClass]!.writes) counts.writes++;
      else counts.reads++;
    }
    if (!scatters[visit.requestClass]) return call(this.system, visit, this.shardOf(visit), -1);
    if (visit.row >= 0) recorder.start(visit.row, simulation.now);
    const verdict = this.allShards.start(this.system, visit);
    if (verdict !== UNANSWERED) this.finish(visit, verdict);
  }

  private shardOf(visit: Visit): Shard {
    const key = keyOf(visit);
    const shard = this.resharding?.shardOf(key) ?? this.placement.shardOf(key, visit.region);
    return this.shards[shard]!;
  }

  answered(visit: Visit, failure: number, child: Visit): void {
    if (!this.cluster.scatters[visit.requestClass]) return this.finish(visit, failure);
    const verdict = this.allShards.answered(visit, failure, child);
    if (verdict !== UNANSWERED) this.finish(visit, verdict);
  }

  private finish(visit: Visit, failure: number): void {
    if (failure === SERVED) this.visits.serve(visit);
    else this.visits.fail(visit);
    answer(this.system, visit, failure);
  }

  crash(machine: number): void {
    const { copies } = this.cluster;
    this.shards[Math.floor(machine / copies)]!.failover.crash(machine % copies);
  }

  restart(machine: number): void {
    const { copies } = this.cluster;
    this.shards[Math.floor(machine / copies)]!.failover.restart(machine % copies);
  }

  /** Sets the speed of a server, its disk included, to this share of its own. */
  slowDown(machine: number, share: number): void {
    this.cluster.servers.slowDown(machine, share);
  }

  warmUpEnds(): void {
    this.visits.warmUpEnds();
    this.cluster.servers.warmUpEnds();
  }

  tick(bucketSeconds: number): void {
    this.visits.tick(bucketSeconds);
    this.cluster.servers.tick(bucketSeconds);
    this.lagSeries?.tick();
  }

  metrics(measuredSeconds: number): DatabaseMetrics {
    const { counts, servers, replication } = this.cluster;
    const asked = this.shards.map(({ arrived }) => arrived);
    const total = asked.reduce((sum, each) => sum + each, 0);
    return {
      ...servers.metrics(measuredSeconds),
      kind: 'database',
      ...this.visits.metrics(measuredSeconds),
      rejectedRatio: total === 0 ? null : counts.rejected / total,
      reads: counts.reads,
      writes: counts.writes,
      staleRatio: counts.servedReads === 0 ? null : counts.staleReads / counts.servedReads,
      writesLost: counts.writesLost,
      failovers: counts.failovers,
      bufferPoolHitRatio: servers.hitRatio,
      diskUtilisation: servers.diskUtilisation(measuredSeconds),
      replicationLagSecondsMean: replication.lag.mean,
      replicationLagSecondsP99: replication.lag.quantile(0.99),
      hottestShardRatio: total === 0 ? null : Math.max(...asked) / total,
      movedRatio: this.resharding?.movedRatio ?? null,
    };
  }

  series(): NodeSeries {
    return {
      ...this.cluster.servers.series(),
      ...this.visits.series,
      ...(this.lagSeries && { replicationLagSecondsMean: this.lagSeries.means }),
    };
  }
}
