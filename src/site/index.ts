export { default as CourseMap } from './CourseMap.astro';
export { default as GlossaryList } from './GlossaryList.astro';
export { default as EmbedPage } from './EmbedPage.astro';
export { default as HomeOpening } from './HomeOpening.astro';
export { default as SourceList } from './SourceList.astro';
export { default as Statements } from './Statements.astro';
export { default as WhyItIsSo } from './WhyItIsSo.astro';
