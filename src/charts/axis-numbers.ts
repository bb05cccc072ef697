import type { AxisTick } from './axis-ticks.ts';
import { narrowestPlotPixels } from './label-placement.ts';
import { monoWidthPixels } from './text-width.ts';

/** Room between a number and its unit, px. */
export const unitGapPixels = 4;
/** Room between two numbers, px. */
const numberGapPixels = 6;
/** How far a unit may reach over the right edge of a chart: into its padding, and the paper around a saved picture. */
const paddingPixels = 14;

/**
 * The ticks under a plot that have numbers. Numbers that are clear of each other in the narrowest chart are so in
 * all. The unit stands after the last of them, unless that would reach too far right: a number never leaves its mark.
 *
 * @param roomRightPixels room right of the plot, px.
 */
export function axisNumbers(ticks: readonly AxisTick[], roomRightPixels: number): AxisTick[] {
  const shown = areEven(ticks) ? everySoMany(ticks) : asManyAsFit(ticks);
  const unit = unitOf(ticks);
  return shown.map((tick, index) => ({
    ...tick,
    unit: index === shown.length - 1 && hasRoom(tick, unit, roomRightPixels) ? unit : '',
  }));
}

/** The name of an axis, and its unit if it neither stands after a number nor is part of the name. */
export function axisCaption(name: string, ticks: readonly AxisTick[], roomRightPixels: number): string {
  const unit = unitOf(ticks);
  const isSaid = axisNumbers(ticks, roomRightPixels).at(-1)?.unit === unit || name.split(' ').includes(unit);
  return isSaid ? name : `${name}, ${unit}`;
}

function unitOf(ticks: readonly AxisTick[]): string {
  return ticks.at(-1)?.unit ?? '';
}

function hasRoom({ at, label }: AxisTick, unit: string, roomRightPixels: number): boolean {
  const needed = monoWidthPixels(label) / 2 + unitGapPixels + monoWidthPixels(unit);
  return needed <= (1 - at) * narrowestPlotPixels + roomRightPixels + paddingPixels;
}

function areEven(ticks: readonly AxisTick[]): boolean {
  const step = (ticks[1]?.at ?? 1) - (ticks[0]?.at ?? 0);
  return ticks.every(({ at }, index) => Math.abs(at - (ticks[0]!.at + index * step)) < 1e-6);
}

/** Where marks have equal distances, so have their numbers. */
function everySoMany(ticks: readonly AxisTick[]): readonly AxisTick[] {
  for (let every = 1; every < ticks.length; every++) {
    const kept = ticks.filter((_, index) => index % every === 0);
    if (kept.every((tick, index) => index === 0 || areClear(kept[index - 1]!, tick))) return kept;
  }
  return ticks.slice(0, 1);
}

/** From the end, which says how far the axis goes. */
function asManyAsFit(ticks: readonly AxisTick[]): readonly AxisTick[] {
  return ticks.reduceRight<readonly AxisTick[]>((kept, tick) => {
    const next = kept[0];
    return next === undefined || areClear(tick, next) ? [tick, ...kept] : kept;
  }, []);
}

function areClear(left: AxisTick, right: AxisTick): boolean {
  const distance = (right.at - left.at) * narrowestPlotPixels;
  return (monoWidthPixels(left.label) + monoWidthPixels(right.label)) / 2 + numberGapPixels <= distance;
}
