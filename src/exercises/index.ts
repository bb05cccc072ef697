export { grade } from './grade.ts';
export { checkStop } from '../widgets/knobs.ts';
