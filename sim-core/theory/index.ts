export { offeredErlangs, type QueueLoad, type SharedQueueLoad } from './queue.ts';
export { capacityPerSecond, inSystemMean, utilisation } from './utilisation-law.ts';
export {
  mm1InSystemRatio,
  mm1LatencySecondsMean,
  mm1LatencySecondsPercentile,
  mm1WaitingProbability,
  mm1WaitingSecondsMean,
  mm1WaitingSecondsPercentile,
} from './m-m-1.ts';
export { erlangB } from './erlang-b.ts';
export {
  mmcLatencyExceedsProbability,
  mmcLatencySecondsMean,
  mmcLatencySecondsPercentile,
  mmcWaitingProbability,
  mmcWaitingSecondsMean,
  mmcWaitingSecondsPercentile,
} from './m-m-c.ts';
export {
  mmckBlockingProbability,
  mmckInSystemMean,
  mmckInSystemRatios,
  mmckLatencySecondsMean,
  mmckWaitingProbability,
  mmckWaitingSecondsMean,
  type LimitedQueueLoad,
} from './m-m-c-k.ts';
export { mg1LatencySecondsMean, mg1WaitingSecondsMean, type GeneralServiceLoad } from './m-g-1.ts';
export {
  gm1LatencySecondsMean,
  gm1LatencySecondsPercentile,
  gm1WaitingProbability,
  gm1WaitingSecondsMean,
  type GeneralArrivalLoad,
} from './g-m-1.ts';
export { kingmanLatencySecondsMean, kingmanWaitingSecondsMean, type GeneralQueueLoad } from './kingman.ts';
export {
  choicesLatencySecondsMean,
  choicesQueueAtLeastRatio,
  type ChoicesLoad,
} from './power-of-d-choices.ts';
export {
  tandemLatencySecondsMean,
  tandemStationLatencySecondsMean,
  type TandemStation,
} from './jackson-tandem.ts';
export { zipfShares } from './zipf-shares.ts';
export { type KeyShares } from './independent-references.ts';
export { lruCharacteristicTimeRequests, lruHitRatio } from './lru-characteristic-time.ts';
export { fifoCharacteristicTimeRequests, fifoHitRatio } from './fifo-characteristic-time.ts';
export { staticLfuHitRatio } from './static-lfu.ts';
export { lruHitRatioExact } from './lru-exact.ts';
export { fifoHitRatioExact } from './fifo-exact.ts';
export { mgcLatencySecondsMean, mgcWaitingSecondsMean, type GeneralSharedQueueLoad } from './m-g-c.ts';
export { erlangA, type ImpatientLoad, type ImpatientQueue } from './erlang-a.ts';
export {
  psLatencySecondsMean,
  psLatencySecondsMeanOf,
  psLatencySecondsVarianceOf,
  psSlowdownMean,
} from './processor-sharing.ts';
export {
  closedNetwork,
  closedNetworkLimits,
  type ClosedNetwork,
  type ClosedNetworkLimits,
  type ClosedNetworkState,
  type ServiceCenter,
  type ServiceCenterState,
} from './closed-network.ts';
export { amdahlSpeedup } from './amdahl.ts';
export {
  uslPeakWorkers,
  uslThroughputPerSecond,
  uslThroughputPerSecondCeiling,
  type ScalabilityLaw,
} from './universal-scalability.ts';
export { uslFit, type ScalabilityFit, type ScalabilityPoint } from './universal-scalability-fit.ts';
export {
  retryAttemptsMean,
  retryAttemptsMeanNested,
  retryFailureProbability,
  retryStableLoadPerSecond,
} from './retry-amplification.ts';
export {
  fanOutExponentialSecondsMean,
  fanOutExponentialSecondsPercentile,
  fanOutShareBelowOfOne,
  fanOutSlowProbability,
} from './fan-out.ts';
export {
  hedgedExceedsProbability,
  hedgedExponentialSecondsMean,
  hedgedExtraRequestsMean,
  type LatencyTail,
} from './hedging.ts';
export {
  downtimeSeconds,
  parallelAvailability,
  quorumAvailability,
  repairedAvailability,
  serialAvailability,
} from './availability.ts';
export {
  readYourWritesSeconds,
  staleReadAfterWriteProbability,
  staleReadProbability,
} from './replica-staleness.ts';
export { quorumMissProbability, quorumStaleProbability, quorumsOverlap, type Quorums } from './quorum.ts';
export { hashRingImbalanceRatio, movedKeyRatio } from './hash-ring.ts';
export {
  budgetExhaustionSeconds,
  budgetSpentRatio,
  burnRateDetectionSeconds,
  burnRateErrorRatio,
  burnRateOf,
  burnRateResetSeconds,
  type BurnRateAlert,
} from './burn-rate.ts';
export { burnRateWindows, type BurnRateWindows } from '../slo/burn-rate-windows.ts';
export { annualLossProbability, meanYearsToLoss, type CopiedObject } from './durability.ts';
