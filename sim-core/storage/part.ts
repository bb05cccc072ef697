import type { Parts } from '../scenario/parts.ts';
import { database as definition } from '../scenario/nodes/database.ts';
import { Database } from './database.ts';

/** Databases. */
export const database: Parts['database'] = {
  database: { definition, build: (...from) => new Database(...from) },
};
