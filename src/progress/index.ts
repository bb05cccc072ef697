export { default as YourProgress } from './YourProgress.astro';
