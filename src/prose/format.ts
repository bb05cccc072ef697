/**
 * Numbers for people. Every number on the site goes through here, so that a
 * chart, a sentence and a goal never disagree about digits or units.
 *
 * Three significant digits unless said otherwise, the same on the server and in
 * every browser (no locale). Number and unit are joined by a no-break space.
 * What was not observed (`null`, `undefined`, NaN) is an en dash.
 */

/** How a number is to be read. `number` is one without a unit that may have decimals. */
export type Format =
  | 'seconds'
  | 'ratio'
  | 'count'
  | 'number'
  | 'rate'
  | 'dollars'
  | 'bytes'
  | 'megabytes'
  | 'byte-rate'
  | 'odds';

type Observed = number | null | undefined;

const noBreakSpace = '\u00a0';
const nothing = '–';

/** A time in seconds: '2.41 s', '84 ms', '0.42 ms', '12.5 min'. */
export function formatSeconds(seconds: Observed): string {
  return whenObserved(seconds, (value) => {
    const size = Math.abs(value);
    if (size === 0) return join('0', 's');
    if (size < 0.000_1) return join(significant(value * 1_000_000, 2), 'µs');
    if (size < 0.009_95) return join(significant(value * 1_000, 2), 'ms');
    // A tenth of a millisecond says nothing beside tens of them.
    if (size < 0.999_5) return join(fixed(value * 1_000, 0), 'ms');
    if (size < 599.5) return join(fixed(value, decimalsFor(value, 3)), 's');
    return join(significant(value / 60, 3), 'min');
  });
}

/**
 * A share from 0 to 1 as a percentage: '54 %', '87.5 %', '99.97 %'. As many
 * digits as it takes: only exactly 1 is '100 %' and only exactly 0 is '0 %'.
 *
 * @param digits significant digits away from both ends; default 3.
 */
export function formatRatio(ratio: Observed, digits = 3): string {
  return whenObserved(ratio, (value) => {
    const percent = value * 100;
    if (percent > 0 && percent < 0.001) return `<${noBreakSpace}${join('0.001', '%')}`;
    const missing = 100 - percent;
    if (missing > 1e-9 && missing < 1) {
      const decimals = Math.min(4, Math.ceil(-Math.log10(missing)));
      const shown = Math.floor(percent * 10 ** decimals + 0.5) / 10 ** decimals;
      return join(trimZeros(fixed(Math.min(shown, 100 - 10 ** -decimals), decimals)), '%');
    }
    return join(significant(percent, digits), '%');
  });
}

/** How many: '212', '1,234,567', '41.6 million'. A mean keeps its decimals: '4.2'. */
export function formatCount(count: Observed): string {
  return whenObserved(count, (value) => {
    const size = Math.abs(value);
    if (size >= 10_000_000) return join(significant(value / 1_000_000, 3), 'million');
    if (Number.isInteger(value) || size >= 100) return fixed(value, 0);
    return significant(value, 3);
  });
}

/** A number without a unit, three significant digits: '1.5', '0.042', '1,230'. */
export function formatNumber(number: Observed): string {
  return whenObserved(number, (value) => (value === 0 ? '0' : significant(value, 3)));
}

/** So many a second: '900 /s', '0.25 /s', '2,100,000 /s'. */
export function formatRate(perSecond: Observed): string {
  return whenObserved(perSecond, (value) => join(value === 0 ? '0' : significant(value, 3), '/s'));
}

/** US dollars: '$612', '$1,240', '$0.42'. Cents only below ten dollars, and only if there are any. */
export function formatDollars(dollars: Observed): string {
  return whenObserved(dollars, (value) => {
    const size = Math.abs(value);
    const cents = size < 10 && !Number.isInteger(size);
    return `${value < 0 ? '−' : ''}$${fixed(size, cents ? 2 : 0)}`;
  });
}

/**
 * A small probability as people say it: 'one in 50', 'one in 460,000', 'one in 5.6 billion', 'one in 10¹⁵'. From a
 * tenth on a share: '25 %'.
 */
export function formatOdds(probability: Observed): string {
  return whenObserved(probability, (value) => {
    if (value <= 0) return 'never';
    if (value >= 0.1) return formatRatio(value);
    const of = 1 / value;
    if (of >= 1e15) return `one in ${powerOfTen(Math.round(Math.log10(of)))}`;
    const step = oddsSteps.find(({ size }) => of >= 0.999_5 * size);
    const number = formatCount(Number((of / (step?.size ?? 1)).toPrecision(2)));
    return step === undefined ? `one in ${number}` : `one in ${number}\u00a0${step.name}`;
  });
}

/** 10⁶, 10⁻⁹. */
export function powerOfTen(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]);
  return `10${exponent < 0 ? '⁻' : ''}${digits.join('')}`;
}

const oddsSteps: readonly { readonly size: number; readonly name: string }[] = [
  { size: 1e12, name: 'trillion' },
  { size: 1e9, name: 'billion' },
  { size: 1e6, name: 'million' },
];

/** So many bytes, in powers of a thousand as networks and disks count: '512 B', '1.5 kB', '40 MB', '1.2 TB'. */
export function formatBytes(bytes: Observed): string {
  return whenObserved(bytes, (value) => {
    // What would be rounded up to 1,000 of a unit is one of the next.
    const unit = byteUnits.find(({ size }) => Math.abs(value) >= 0.999_5 * size) ?? byteUnits.at(-1)!;
    return join(value === 0 ? '0' : significant(value / unit.size, 3), unit.name);
  });
}

/** The same of a number of millions, as machines' memory is given: 4000 is '4 GB'. */
export function formatMegabytes(megabytes: Observed): string {
  return whenObserved(megabytes, (value) => formatBytes(value * 1e6));
}

/** So many bytes a second: '12.5 MB/s'. */
export function formatByteRate(bytesPerSecond: Observed): string {
  return whenObserved(bytesPerSecond, (value) => `${formatBytes(value)}/s`);
}

const byteUnits: readonly { readonly size: number; readonly name: string }[] = [
  { size: 1e15, name: 'PB' },
  { size: 1e12, name: 'TB' },
  { size: 1e9, name: 'GB' },
  { size: 1e6, name: 'MB' },
  { size: 1e3, name: 'kB' },
  { size: 1, name: 'B' },
];

/** Formats by name, where the format stands in data rather than in code. Throws RangeError for an unknown name. */
export function formatValue(value: Observed, format: Format): string {
  if (!Object.hasOwn(formatters, format)) {
    throw new RangeError(`format is "${format}"; expected ${Object.keys(formatters).join(', ')}`);
  }
  return formatters[format](value);
}

/**
 * The format that a metric or scenario path calls for, read off its unit:
 * 'overall.latencySecondsP99' → 'seconds', 'nodes.api.utilisation' → 'ratio', 'links.uplink.bandwidthBytesPerSecond' → 'byte-rate'.
 * What stands in a list has the unit of the list. Paths without a unit are 'count'.
 */
export function formatOfPath(path: string): Format {
  const whole = path.replace(/(\.\d+)+$/, '');
  const name = whole.slice(whole.lastIndexOf('.') + 1);
  if (name.includes('Dollars')) return 'dollars';
  if (/bytesPerSecond/i.test(name)) return 'byte-rate';
  if (name.endsWith('LossProbability')) return 'odds';
  if (/megabytes/i.test(name)) return 'megabytes';
  if (/bytes/i.test(name)) return 'bytes';
  if (name.includes('PerSecond')) return 'rate';
  if (/seconds/i.test(name)) return 'seconds';
  if (/(Ratio|Probability|[uU]tilisation)$/.test(name)) return 'ratio';
  return 'count';
}

const formatters: Readonly<Record<Format, (value: Observed) => string>> = {
  seconds: formatSeconds,
  ratio: formatRatio,
  count: formatCount,
  number: formatNumber,
  rate: formatRate,
  dollars: formatDollars,
  bytes: formatBytes,
  megabytes: formatMegabytes,
  'byte-rate': formatByteRate,
  odds: formatOdds,
};

/** The names of all formats, for messages. */
export const formats = Object.keys(formatters);

function whenObserved(value: Observed, format: (value: number) => string): string {
  return value === null || value === undefined || !Number.isFinite(value) ? nothing : format(value);
}

function join(number: string, unit: string): string {
  return `${number}${noBreakSpace}${unit}`;
}

/** Decimals that show `digits` significant digits of a value, after rounding: 9.996 is '10.0'. */
function decimalsFor(value: number, digits: number): number {
  if (value === 0) return 0;
  const rounded = Number(Math.abs(value).toPrecision(digits));
  return Math.max(0, digits - 1 - Math.floor(Math.log10(rounded)));
}

/** Significant digits without trailing zeros; digits before the point are never dropped. */
function significant(value: number, digits: number): string {
  return trimZeros(fixed(value, decimalsFor(value, digits)));
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** Fixed decimals, thousands grouped, a real minus sign. */
function fixed(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(Math.min(decimals, 12));
  const [whole = '0', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = value < 0 && Number(text) !== 0 ? '−' : '';
  return fraction === undefined ? `${sign}${grouped}` : `${sign}${grouped}.${fraction}`;
}
