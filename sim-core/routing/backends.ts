/**
 * What a load balancer knows of the machines behind it. Policies read it; they see a
 * crash only once the health checks have.
 */
export class Backends {
  readonly count: number;
  /** Requests sent to each and not answered yet: those waiting there and those in service. */
  readonly connections: Int32Array;
  /** Moving average of each one's response times, seconds; 0 before the first answer. */
  readonly latencySeconds: Float64Array;
  /** Indices of the machines thought healthy, ascending; the first `healthyCount` count. */
  readonly healthy: Int32Array;
  healthyCount: number;
  readonly #isHealthy: Uint8Array;

  constructor(count: number) {
    this.count = count;
    this.connections = new Int32Array(count);
    this.latencySeconds = new Float64Array(count);
    this.healthy = Int32Array.from({ length: count }, (_, i) => i);
    this.healthyCount = count;
    this.#isHealthy = new Uint8Array(count).fill(1);
  }

  isHealthy(backend: number): boolean {
    return this.#isHealthy[backend] === 1;
  }

  /** Takes a machine out of rotation, or back in. */
  setHealthy(backend: number, healthy: boolean): void {
    this.#isHealthy[backend] = healthy ? 1 : 0;
    this.healthyCount = 0;
    for (let i = 0; i < this.count; i++) {
      if (this.#isHealthy[i] === 1) this.healthy[this.healthyCount++] = i;
    }
  }
}
