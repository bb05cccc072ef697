import type { AxisScale } from './axis-scale.ts';
import type { Hue, SeriesPeriod } from './chart-inputs.ts';
import { narrowestChartPixels } from './event-marks.ts';
import { sansWidthPixels } from './text-width.ts';

/** Something that lasted, as the axis has it; 0 is left and 1 right, and it may reach beyond either. */
export interface PlacedPeriod {
  /** Where it announced itself; `from` if it did not. */
  readonly since: number;
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly hue: Hue;
  /** Whether it has a bar with its name above the plot; what events at its ends name already has none. */
  readonly named: boolean;
}

/** A shade behind the plot. */
export interface PeriodBand {
  readonly from: number;
  readonly to: number;
  readonly hue: Hue;
}

/** A row above the plot for all periods of one name. */
export interface PeriodLane {
  readonly label: string;
  readonly hue: Hue;
  /** Where the name stands, and which of its ends is there. */
  readonly at: number;
  readonly anchor: 'start' | 'end';
  readonly bars: readonly { readonly since: number; readonly from: number; readonly to: number }[];
}

export interface PeriodStrip {
  readonly bands: readonly PeriodBand[];
  /** The lowest first. */
  readonly lanes: readonly PeriodLane[];
  readonly heightPixels: number;
}

/** Height of a lane: a name and the bar under it. */
export const laneHeightPixels = 19;
/** Alerts that have a row of their own; of more, the last row holds the rest. */
const lanesShown = 3;

/** The strip of what lasted, on an axis of seconds; `before` and `after` are room beside the plot, px. */
export function placedPeriods(
  periods: readonly SeriesPeriod[],
  scale: AxisScale,
  before: number,
  after: number,
): PeriodStrip {
  const at = (seconds: number) => scale.at(seconds);
  const placed = periods.map(({ sinceSeconds, fromSeconds, toSeconds, label, hue, named = false }) => ({
    since: at(sinceSeconds ?? fromSeconds),
    from: at(fromSeconds),
    to: at(toSeconds),
    label,
    hue,
    named,
  }));
  return periodStrip(placed, before, after, narrowestChartPixels - before - after);
}

/**
 * Bands behind a plot, and named bars in rows of their own above it. A name stands in a row that nothing else
 * enters, so that it meets neither another word nor the line of an event.
 *
 * @param before room left of the plot, px.
 * @param after room right of the plot, px.
 * @param narrowestPixels width of the plot where it is narrowest.
 */
export function periodStrip(
  periods: readonly PlacedPeriod[],
  before: number,
  after: number,
  narrowestPixels: number,
): PeriodStrip {
  const inside = periods
    .filter(({ since, to }) => to > 0 && since < 1)
    .map((period) => ({
      ...period,
      since: within(period.since),
      from: within(period.from),
      to: within(period.to),
    }));
  const named = inside.filter((period) => period.named);
  const names = [...new Set(named.map((period) => period.label))];
  const groups = names.map((name) => named.filter(({ label }) => label === name));
  const own = groups.length > lanesShown ? groups.slice(0, lanesShown - 1) : groups;
  const rest = groups.slice(own.length);
  const labelled = own.map((group) => ({ label: group[0]!.label, group }));
  if (rest.length > 0) labelled.push({ label: `${rest.length} more alerts`, group: rest.flat() });
  const lanes = labelled.map(({ label, group }): PeriodLane => {
    const width = sansWidthPixels(label) + 4;
    return {
      label,
      hue: group[0]!.hue,
      ...placeOfName(group[0]!.from, group[0]!.to, width, { before, after, narrowestPixels }),
      bars: group.map(({ since, from, to }) => ({ since, from, to })),
    };
  });
  return { bands: bandsOf(inside), lanes, heightPixels: lanes.length * laneHeightPixels };
}

/** Over the beginning of its bar where there is room, else over its end, else from the left edge on. */
function placeOfName(
  from: number,
  to: number,
  width: number,
  { before, after, narrowestPixels }: { before: number; after: number; narrowestPixels: number },
): Pick<PeriodLane, 'at' | 'anchor'> {
  if (from * narrowestPixels + width <= narrowestPixels + after) return { at: from, anchor: 'start' };
  if (to * narrowestPixels - width >= -before) return { at: to, anchor: 'end' };
  return { at: 0, anchor: 'start' };
}

/** Of one hue, what overlaps is one band: two faults at once are not twice as dark. */
function bandsOf(periods: readonly PlacedPeriod[]): PeriodBand[] {
  const bands: { from: number; to: number; hue: Hue }[] = [];
  for (const { from, to, hue } of periods.toSorted((a, b) => a.from - b.from)) {
    if (to <= from) continue;
    const last = bands.findLast((band) => band.hue === hue);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else bands.push({ from, to, hue });
  }
  return bands;
}

function within(place: number): number {
  return Math.max(0, Math.min(1, place));
}
