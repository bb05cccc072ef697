import { describe, expect, test } from 'vitest';
import {
  formatByteRate,
  formatBytes,
  formatCount,
  formatDollars,
  formatNumber,
  formatOdds,
  formatOfPath,
  formatRate,
  formatRatio,
  formatSeconds,
  formatValue,
} from './format.ts';

/** Cases are written with plain spaces; the formatter joins with no-break spaces. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

describe('formatSeconds', () => {
  test.each([
    [2.413, '2.41 s'],
    [2.4, '2.40 s'],
    [0.084, '84 ms'],
    [0.0843, '84 ms'],
    [0.25, '250 ms'],
    [0.0084, '8.4 ms'],
    [0.00042, '0.42 ms'],
    [0.000042, '42 µs'],
    [0.9994, '999 ms'],
    [0.9996, '1.00 s'],
    [9.996, '10.0 s'],
    [24.13, '24.1 s'],
    [241.3, '241 s'],
    [750, '12.5 min'],
    [0, '0 s'],
    [-0.5, '−500 ms'],
  ])('%d is %s', (value, text) => expect(plain(formatSeconds(value))).toBe(text));
});

describe('formatRatio', () => {
  test.each([
    [0.54, '54 %'],
    [0.875, '87.5 %'],
    [0.9997, '99.97 %'],
    [0.99997, '99.997 %'],
    [0.99999999, '99.9999 %'],
    [0.995, '99.5 %'],
    [0.999, '99.9 %'],
    [0.99, '99 %'],
    [1, '100 %'],
    [0, '0 %'],
    [0.0042, '0.42 %'],
    [0.000001, '< 0.001 %'],
    [2.5, '250 %'],
  ])('%d is %s', (value, text) => expect(plain(formatRatio(value))).toBe(text));

  test('takes fewer digits', () => expect(plain(formatRatio(0.8749, 2))).toBe('87 %'));
});

describe('the other formats', () => {
  test.each([
    [formatBytes(512), '512 B'],
    [formatBytes(1_540), '1.54 kB'],
    [formatBytes(999_700), '1 MB'],
    [formatBytes(40e6), '40 MB'],
    [formatBytes(1.2e12), '1.2 TB'],
    [formatBytes(0), '0 B'],
    [formatBytes(null), '–'],
    [formatByteRate(12.5e6), '12.5 MB/s'],
    [formatCount(212), '212'],
    [formatCount(1_234_567), '1,234,567'],
    [formatCount(41_600_000), '41.6 million'],
    [formatCount(4.2), '4.2'],
    [formatCount(412.4), '412'],
    [formatNumber(1.5), '1.5'],
    [formatNumber(1230.4), '1,230'],
    [formatRate(900), '900 /s'],
    [formatRate(89.96), '90 /s'],
    [formatRate(0.25), '0.25 /s'],
    [formatDollars(612), '$612'],
    [formatDollars(1240.4), '$1,240'],
    [formatDollars(0.42), '$0.42'],
    [formatDollars(-3), '−$3'],
    [formatValue(0.5, 'ratio'), '50 %'],
  ])('%s is %s', (actual, text) => expect(plain(actual)).toBe(text));

  test.each([null, undefined, Number.NaN, Infinity])('%s was not observed', (value) => {
    expect(formatSeconds(value)).toBe('–');
    expect(formatRatio(value)).toBe('–');
  });
});

describe('formatOfPath reads the unit off the name', () => {
  test.each([
    ['overall.latencySecondsP99', 'seconds'],
    ['nodes.api.utilisation', 'ratio'],
    ['nodes.api.workerUtilisation', 'ratio'],
    ['nodes.api.waitingProbability', 'ratio'],
    ['overall.successRatio', 'ratio'],
    ['overall.throughputPerSecond', 'rate'],
    ['overall.costDollarsPerMonth', 'dollars'],
    ['nodes.site.responseBytes', 'bytes'],
    ['nodes.server.memoryMegabytes', 'megabytes'],
    ['nodes.photos.annualLossProbability', 'odds'],
    ['links.uplink.bandwidthBytesPerSecond', 'byte-rate'],
    ['nodes.api.serviceTime.seconds', 'seconds'],
    ['nodes.api.instances.2.queueLengthMean', 'count'],
    ['nodes.cdn.contentChangesAtSeconds.0', 'seconds'],
  ])('%s is %s', (path, format) => expect(formatOfPath(path)).toBe(format));
});

describe('formatOdds', () => {
  test.each([
    [0.25, '25 %'],
    [0.02, 'one in 50'],
    [2.2e-6, 'one in 450,000'],
    [1.8e-10, 'one in 5.6 billion'],
    [3.1e-13, 'one in 3.2 trillion'],
    [9.5e-19, 'one in 10¹⁸'],
    [0, 'never'],
  ])('%d is %s', (probability, said) => expect(plain(formatOdds(probability))).toBe(said));
});
