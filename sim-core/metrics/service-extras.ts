import type { ServiceNode } from '../scenario/nodes/service.ts';
import type { Disks } from '../services/disks.ts';
import type { PresentMachines } from '../services/present-machines.ts';
import type { ServiceMetrics } from './result.ts';

const SECONDS_AN_HOUR = 3600;

/** The numbers of a service with those that only some have: of machines that come and go, of disks, of memory. */
export function withExtras(
  plain: ServiceMetrics,
  node: ServiceNode,
  workers: number,
  present: PresentMachines | null,
  disks: Disks | null,
  measuredSeconds: number,
): ServiceMetrics {
  const { memoryMegabytes, memoryMegabytesBase = 0, memoryMegabytesPerRequest = 0 } = node;
  if (present === null && disks === null && memoryMegabytes === undefined) return plain;
  const places = plain.instances.length;
  const instances = present === null ? places : present.mean(measuredSeconds);
  const whole = present === null ? plain : overPresent(plain, places, instances);
  const held = whole.workerUtilisation * workers;
  return {
    ...whole,
    ...(disks === null ? {} : disks.metrics(measuredSeconds, instances)),
    ...(memoryMegabytes === undefined
      ? {}
      : { memoryUtilisation: (memoryMegabytesBase + held * memoryMegabytesPerRequest) / memoryMegabytes }),
    ...(present === null
      ? {}
      : { instancesMean: instances, instanceHours: (instances * measuredSeconds) / SECONDS_AN_HOUR }),
  };
}

/** Means over the machines that there were, instead of over all places for one. */
function overPresent(plain: ServiceMetrics, places: number, instances: number): ServiceMetrics {
  const perPresent = (mean: number): number => (instances === 0 ? 0 : (mean * places) / instances);
  // A place without a machine is one with nobody in it.
  const absent = 1 - instances / places;
  return {
    ...plain,
    utilisation: perPresent(plain.utilisation),
    workerUtilisation: perPresent(plain.workerUtilisation),
    inSystemRatios:
      instances === 0
        ? plain.inSystemRatios
        : plain.inSystemRatios.map((ratio, n) => perPresent(n === 0 ? Math.max(0, ratio - absent) : ratio)),
  };
}
