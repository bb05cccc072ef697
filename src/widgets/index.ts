export { default as Lab } from './Lab.astro';
