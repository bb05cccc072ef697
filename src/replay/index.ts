export { default as ReplayLog } from './ReplayLog.astro';
