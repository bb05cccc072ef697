import { portablePower } from '../random/index.ts';
import { requireInteger, requireNotNegative, requireRatio } from './range.ts';

/*
 * What retries do to load. Each attempt is taken to fail with the same probability, whatever
 * the others did: true of random errors, hopeful under overload, where retries make the next
 * failure likelier. Lesson: other people's services.
 */

const MODEL = 'retry amplification';
const RETRIES_MAXIMUM = 1000;
const LAYERS_MAXIMUM = 100;

/**
 * Attempts that one request costs on average: Σ pⁱ for i = 0 … r.
 * @param failureProbability p of one attempt, from 0 to 1.
 * @param retries r after the first attempt, an integer from 0 to 1,000.
 * @returns a factor of load from 1 to 1 + r.
 * @throws RangeError when a number is out of range.
 * Source: a geometric sum; Beyer et al., Site Reliability Engineering, 2016, chapter 22.
 */
export function retryAttemptsMean(failureProbability: number, retries: number): number {
  requireRetries(failureProbability, retries);
  let sum = 1;
  let reached = 1;
  for (let retry = 0; retry < retries; retry++) {
    reached *= failureProbability;
    sum += reached;
  }
  return sum;
}

/**
 * Share of requests that fail in the end, with every retry: p^(1 + r).
 * @throws RangeError when a number is out of range, as above.
 */
export function retryFailureProbability(failureProbability: number, retries: number): number {
  requireRetries(failureProbability, retries);
  return portablePower(failureProbability, retries + 1);
}

/**
 * Attempts at the bottom for one request at the top when each of L layers retries what fails
 * below it: (1 + r)^L when everything fails. Two retries in each of five layers: 243.
 * @param layers L that retry, an integer from 0 to 100.
 * @returns a factor of load from 1 to (1 + r)^L.
 * @throws RangeError when a number is out of range.
 * Source: Brooker, Timeouts, Retries, and Backoff with Jitter, Amazon Builders' Library, 2019.
 */
export function retryAttemptsMeanNested(failureProbability: number, retries: number, layers: number): number {
  requireRetries(failureProbability, retries);
  requireInteger(MODEL, 'layers', layers, 0, LAYERS_MAXIMUM);
  let attempts = 1;
  let failure = failureProbability;
  for (let layer = 0; layer < layers; layer++) {
    attempts *= retryAttemptsMean(failure, retries);
    failure = portablePower(failure, retries + 1);
  }
  return attempts;
}

/**
 * The highest load that a service recovers from by itself, requests a second: its capacity
 * over 1 + r. Above it a passing overload makes everybody retry, and the retries keep it up
 * when the cause is gone: a metastable failure.
 * @param capacityPerSecond attempts that the service can answer, a second, from 0.
 * @throws RangeError when a number is out of range.
 * Source: Bronson et al., Metastable Failures in Distributed Systems, HotOS 2021, section 2.1.
 */
export function retryStableLoadPerSecond(capacityPerSecond: number, retries: number): number {
  requireNotNegative(MODEL, 'capacityPerSecond', capacityPerSecond);
  requireRetries(1, retries);
  return capacityPerSecond / (1 + retries);
}

function requireRetries(failureProbability: number, retries: number): void {
  requireRatio(MODEL, 'failureProbability', failureProbability);
  requireInteger(MODEL, 'retries', retries, 0, RETRIES_MAXIMUM);
}
