export { default as Lab } from './Lab.astro';
export { default as Out } from './Out.astro';
export { default as Knob } from './Knob.astro';
export { default as Delta } from './Delta.astro';
export { default as Compare } from '../compare/Compare.astro';
export type { ChartSpec } from './chart-spec.ts';
export type {
  ChoiceKnob,
  Knob as KnobDescription,
  Lab as LabDescription,
  RangeKnob,
  SwitchKnob,
} from './lab.ts';
export type { Comparison as ComparisonDescription } from '../compare/comparison.ts';
export { default as Exercise } from '../exercises/Exercise.astro';
export { default as Predict } from '../exercises/Predict.astro';
export { default as Review } from '../exercises/Review.astro';
export { default as ChapterProgress } from '../progress/ChapterProgress.astro';
export type { BestKnown, Exercise as ExerciseDescription, Goal, Trap } from '../exercises/exercise.ts';
export { anchorOfPrediction } from '../exercises/prediction.ts';
export type { Prediction } from '../exercises/prediction.ts';
export type { ReviewQuestion } from '../exercises/review.ts';
export type { Solution } from '../exercises/solution.ts';
export { default as About } from '../prose/About.astro';
export { default as Bill } from '../prose/Bill.astro';
export { default as Claim } from '../prose/Claim.astro';
export { default as Objectives } from '../prose/Objectives.astro';
export { default as Setting } from '../prose/Setting.astro';
export { default as Sources } from '../prose/Sources.astro';
export { default as Takeaways } from '../prose/Takeaways.astro';
export { default as Term } from '../prose/Term.astro';
export { default as WhenNotTo } from '../prose/WhenNotTo.astro';
export type { GlossaryEntry } from '../prose/glossary.ts';
export { measure } from '../prose/measure.ts';
export { setting } from '../prose/setting.ts';
export { capitalised, numberInWords, ordinalInWords, shareInWords, timeInWords } from '../prose/in-words.ts';
export { formatCount, formatRatio, formatSeconds, formatValue } from '../prose/format.ts';
