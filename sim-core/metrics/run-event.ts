/** Something that happened besides requests. */
export interface RunEvent {
  readonly atSeconds: number;
  readonly kind:
    | 'crash'
    | 'restart'
    | 'slow-down'
    | 'outage'
    | 'recovery'
    | 'unhealthy'
    | 'healthy'
    | 'failover'
    | 'partition'
    | 'reconnection'
    | 'slow-link'
    /** A caller's circuit breaker changed its state. */
    | 'breaker-open'
    | 'breaker-half-open'
    | 'breaker-closed'
    /** The log left no room on a machine's disk. */
    | 'disk-full'
    | 'disk-freed'
    | 'alert-pending'
    | 'alert-firing'
    | 'alert-resolved'
    /** Somebody acted on an alert. */
    | 'on-call-action'
    | 'scale-out'
    | 'scale-in'
    | 'deploy-start'
    | 'deploy-step'
    | 'rollback'
    | 'deploy-end';
  readonly node: string;
  /** Counted from 1; 0 for what concerns no machine in particular. */
  readonly instance: number;
  /** Whom the circuit breaker is for. */
  readonly callee?: string;
  /** Which alert it is about. */
  readonly alert?: string;
}
