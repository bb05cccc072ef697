import type { RunningClass } from '../kernel/system.ts';
import type { ServiceNode } from '../scenario/nodes/service.ts';
import { DisciplinedQueue, type WaitingLine } from './disciplined-queue.ts';
import { VisitQueue } from './visit-queue.ts';

/** Makes the queues of a service's machines: the plain one wherever it will do. */
export function lineFactoryOf(node: ServiceNode, classes: readonly RunningClass[]): () => WaitingLine {
  const { discipline = 'fifo', patience, priorities = {} } = node;
  const isPlain = discipline === 'fifo' || discipline === 'processor-sharing';
  if (isPlain && patience === undefined) return () => new VisitQueue();
  const priorityOf = ({ name }: RunningClass): number =>
    Object.hasOwn(priorities, name) ? priorities[name]! : 0;
  const byClass = classes.map(priorityOf);
  return () => new DisciplinedQueue(discipline, byClass);
}
