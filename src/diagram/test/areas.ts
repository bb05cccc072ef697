import { inPixels } from '../length.ts';
import { laneHeight, laneWidth } from '../placement.ts';
import type { Placement } from '../placement.ts';

/** Room that something takes on a stage, pixels. */
export interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What boxes and queues take on a stage of this width. */
export function areasOf(placement: Pick<Placement, 'boxes'>, width: number): Area[] {
  return placement.boxes.flatMap((box) => {
    const left = inPixels(box.left, width);
    const areas = [
      { left, right: left + inPixels(box.width, width), top: box.top, bottom: box.top + box.height },
    ];
    if (!box.lane) return areas;
    const laneLeft = inPixels(box.lane.left, width);
    const { top } = box.lane;
    return [
      ...areas,
      { left: laneLeft, right: laneLeft + laneWidth(box.lane), top, bottom: top + laneHeight(box.lane) },
    ];
  });
}

/** Whether two areas have more than an edge in common. */
export function overlap(a: Area, b: Area): boolean {
  return (
    a.left < b.right - 0.01 && b.left < a.right - 0.01 && a.top < b.bottom - 0.01 && b.top < a.bottom - 0.01
  );
}
