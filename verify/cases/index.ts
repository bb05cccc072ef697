export { groupOf, groups } from './groups.ts';
export { lackingFor } from './not-yet.ts';
