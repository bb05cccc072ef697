export { CachedKeys, CAPACITY_MAXIMUM } from './cached-keys.ts';
export { evictionPolicies, type EvictionPolicyKind } from './eviction-policy.ts';
export { Expiry } from './expiry.ts';
