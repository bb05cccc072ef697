export { default as CaseTable } from './CaseTable.astro';
export { default as EvidencePlot } from './EvidencePlot.astro';
export { default as ModelSection } from './ModelSection.astro';
export type { CaseRow, MeasuredValue, Outcome } from './case-row.ts';
export { outcomeNames } from './case-row.ts';
export type { FormulaContent } from './formula.ts';
export { coverageLayout, deviationLayout } from './plot.ts';
