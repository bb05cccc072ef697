/** What a node with machines shows of itself at a moment, all machines together. */
export interface Gauges {
  /** Time that cores were busy since the start, seconds, summed over cores. */
  busySeconds: number;
  cores: number;
  /** Requests that wait for a worker. */
  queueLength: number;
  /** Machines that are up. */
  instances: number;
}

/** A node that metrics systems can ask about its machines. */
export interface Gauged {
  readGauges(gauges: Gauges): void;
}
