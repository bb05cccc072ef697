import { deterministic } from '../small-scenarios.ts';
import type { Refusal } from './refusals.ts';

const link = { from: 'users', to: 'balancer' };
const cut = { kind: 'partition', node: 'web', atSeconds: 1 };

/** What a scenario may not say of its network. */
export const networkRefusals: Refusal[] = [
  [
    'regions',
    { egypt: { latitude: 91, longitude: 31 } },
    'region "egypt": latitude is 91; expected a number from -90 to 90',
    'regions.egypt.latitude',
  ],
  [
    'regions',
    { egypt: { latitude: 30 } },
    'region "egypt": longitude is missing; expected a number from -180 to 180',
    'regions.egypt.longitude',
  ],
  [
    'nodes.web.region',
    'egypt',
    'service "web": region is "egypt"; expected a region, of which the scenario has none',
  ],
  [
    'nodes.users.regions',
    { egypt: 1 },
    'users "users": regions.egypt is no region; expected a region, of which the scenario has none',
    'nodes.users.regions.egypt',
  ],
  [
    'nodes.users.regions',
    { egypt: 0 },
    'users "users": regions.egypt is 0; expected a number above 0 up to 1000000000',
    'nodes.users.regions.egypt',
  ],
  ['nodes.users.regions', {}, 'users "users": regions has 0 entries; expected 1 to 100'],
  [
    'links',
    { line: { ...link, from: 'client' } },
    'link "line": from is "client"; expected users, balancer, web, database',
    'links.line.from',
  ],
  ['links', { line: { ...link, to: 'web' } }, 'link "line": to is "web"; expected balancer', 'links.line.to'],
  [
    'links',
    { line: { from: 'database', to: 'web' } },
    'link "line": to is "web"; expected a node that "database" calls, and it calls none',
    'links.line.to',
  ],
  [
    'links',
    { line: link, other: link },
    'link "other": it joins "users" to "balancer" as link "line" does; expected one link a pair',
    'links.other',
  ],
  [
    'links',
    { line: { ...link, lossProbability: 2 } },
    'link "line": lossProbability is 2; expected a number from 0 to 1',
    'links.line.lossProbability',
  ],
  [
    'links',
    { line: { ...link, latencySeconds: 0.1 } },
    'link "line": latencySeconds is 0.1; expected an object',
    'links.line.latencySeconds',
  ],
  [
    'links',
    { line: { ...link, connection: { streams: 0 } } },
    'link "line": connection.streams is 0; expected an integer from 1 to 1000',
    'links.line.connection.streams',
  ],
  [
    'links',
    { line: { ...link, jitterSeconds: { ...deterministic(1), mean: 1 } } },
    'link "line": jitterSeconds.mean is not a known key; expected kind, seconds',
    'links.line.jitterSeconds.mean',
  ],
  [
    'faults',
    { cut: { ...cut, node: 'nothing' } },
    'fault "cut": node is "nothing"; expected users, balancer, web, database',
    'faults.cut.node',
  ],
  [
    'faults',
    { cut: { ...cut, to: 'users' } },
    'fault "cut": to is "users"; expected database',
    'faults.cut.to',
  ],
  [
    'faults',
    { cut: { ...cut, instance: 1 } },
    'fault "cut": instance is not a known key; expected kind, node, to, atSeconds, forSeconds, enabled',
    'faults.cut.instance',
  ],
  [
    'faults',
    { slow: { ...cut, kind: 'slow-link', latencyFactor: 0.5 } },
    'fault "slow": latencyFactor is 0.5; expected a number from 1 to 1000',
    'faults.slow.latencyFactor',
  ],
];
