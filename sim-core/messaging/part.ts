import type { Parts } from '../scenario/parts.ts';
import { queue as definition } from '../scenario/nodes/queue.ts';
import { MessageQueue } from './message-queue.ts';

/** Queues of messages. */
export const queue: Parts['queue'] = {
  queue: { definition, build: (...from) => new MessageQueue(...from) },
};
