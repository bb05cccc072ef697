import { compare } from '#sim-core';
import { describe, expect, it } from 'vitest';
import { compareAtOnce } from '../comparing.ts';
import { ComparingDesk } from '../comparing-desk.ts';
import type { ComparingAnswer, ComparingRequest } from '../comparing-messages.ts';
import { differingNodes } from '../differing-nodes.ts';
import { drawingsOf } from '../redraw.ts';
import { viewOf } from '../comparison.ts';
import { describeComparison, differenceText, outcomeOf } from '../describe-comparison.ts';
import { plainText } from '../../prose/sentence.ts';
import { coreOrTwo } from './two-servers.ts';

const view = viewOf(coreOrTwo);
const work = {
  scenarios: [view.designs[0].scenario, view.designs[1].scenario],
  metrics: coreOrTwo.figures.map(({ metric }) => metric),
  seed: view.seed,
  replications: view.replications,
} as const;
const { runs, ...picture } = compareAtOnce(work);

describe('comparing', () => {
  it('says what the core’s own comparison says', () => {
    const { replications, seed } = work;
    const whole = compare(...work.scenarios, { replications, seed });
    const toFiveDigits = (value: number) => Number(value.toPrecision(5));
    const expected = work.metrics.map((metric) => {
      const { mean, halfWidth } = whole.difference(metric)!;
      return {
        first: toFiveDigits(whole.a.interval(metric)!.mean),
        second: toFiveDigits(whole.b.interval(metric)!.mean),
        difference: { mean: toFiveDigits(mean), halfWidth: toFiveDigits(halfWidth) },
      };
    });
    expect(picture).toEqual({ pairs: replications, figures: expected });
  });

  it('keeps a run of each, for the diagrams', () => {
    expect(runs.scenarios).toEqual(work.scenarios);
    const [first, second] = drawingsOf(runs);
    expect(first.boxes.map(({ label }) => label)).toEqual(second.boxes.map(({ label }) => label));
    expect(first.states).not.toEqual(second.states);
  });

  it('needs two pairs', () => {
    expect(() => compareAtOnce({ ...work, replications: 1 })).toThrow('at least two pairs');
  });
});

describe('what differs', () => {
  const [plain] = work.scenarios;
  it('is the part that a design changes', () => {
    expect(differingNodes(...work.scenarios)).toEqual([{ node: 'web', label: 'Web' }]);
    expect(differingNodes(plain, plain)).toEqual([]);
  });

  it('is also a part that only one has, and one that breaks in one only', () => {
    const cache = { kind: 'cache', target: 'web', capacity: 10 } as const;
    const grown = { ...plain, nodes: { ...plain.nodes, cache } };
    expect(differingNodes(plain, grown)).toEqual([{ node: 'cache', label: 'Cache' }]);
    const broken = { ...plain, faults: { crash: { kind: 'crash', node: 'web', atSeconds: 1 } } } as const;
    expect(differingNodes(plain, broken)).toEqual([{ node: 'web', label: 'Web' }]);
  });
});

describe('viewOf', () => {
  it('refuses a knob that stands differently in the two', () => {
    const set = { 'nodes.users.arrivals.ratePerSecond': 50 };
    const designs = [{ name: 'A' }, { name: 'B', set }] as const;
    expect(() => viewOf({ ...coreOrTwo, designs })).toThrow(
      'comparison "core-or-two": knob "rate" is 40 in "A" and 50 in "B"; expected the same in both',
    );
  });

  it('refuses a single pair', () => {
    expect(() => viewOf({ ...coreOrTwo, replications: 1 })).toThrow('replications is 1; expected an integer');
  });
});

describe('in words', () => {
  const [wait, answered] = coreOrTwo.figures;
  const figure = (mean: number, halfWidth: number) => ({
    first: 1,
    second: 1 + mean,
    difference: { mean, halfWidth },
  });
  const plain = (text: string) => text.replaceAll('\u00a0', ' ');

  it('knows better from worse, and neither where the interval holds zero', () => {
    expect(outcomeOf(wait!, figure(-0.2, 0.1))).toBe('better');
    expect(outcomeOf(wait!, figure(0.2, 0.1))).toBe('worse');
    expect(outcomeOf(answered!, figure(0.2, 0.1))).toBe('better');
    expect(outcomeOf(wait!, figure(-0.2, 0.3))).toBe('unclear');
    expect(outcomeOf(wait!, { first: null, second: 1, difference: null })).toBe('unclear');
  });

  it('gives the difference with its interval', () => {
    expect(plain(differenceText(wait!, figure(-0.238, 0.0412)))).toBe('238 ms shorter, ± 41 ms');
    expect(plain(differenceText(wait!, figure(0.01, 0.04)))).toBe('no clear difference, ± 40 ms');
    expect(differenceText(wait!, figure(0, 0))).toBe('just as long');
    expect(differenceText(wait!, { first: null, second: null, difference: null })).toBe('–');
  });

  it('says the first figure in a sentence', () => {
    expect(plain(plainText(describeComparison(view, { pairs: 5, figures: [figure(-0.238, 0.0412)] })))).toBe(
      'Average wait: 238 ms shorter with two cores than with one core, give or take 41 ms by 5 runs of the same traffic.',
    );
    expect(plainText(describeComparison(view, { pairs: 5, figures: [figure(0.01, 0.04)] }))).toBe(
      'Average wait: 5 runs of the same traffic show no clear difference between one core and two cores.',
    );
  });
});

describe('ComparingDesk', () => {
  function desk() {
    const answers: ComparingAnswer[] = [];
    let now = 0;
    const here = {
      answer: (answer: ComparingAnswer) => answers.push(answer),
      pause: () => Promise.resolve(),
      nowMilliseconds: () => (now += 100),
    };
    return { desk: new ComparingDesk(here), answers };
  }
  const request = (ticket: number): ComparingRequest => ({ kind: 'compare', labId: 'x', ticket, ...work });

  it('answers after each pair from the second on, the last with everything', async () => {
    const { desk: taker, answers } = desk();
    await taker.take(request(4));
    expect(answers.map((answer) => answer.kind === 'compared' && answer.picture.pairs)).toEqual([2, 3, 4, 5]);
    expect(answers.map((answer) => answer.kind === 'compared' && answer.picture.runs !== undefined)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(answers.at(-1)).toEqual({ kind: 'compared', labId: 'x', ticket: 4, picture, complete: true });
  });

  it('drops a question when a newer one comes', async () => {
    const { desk: taker, answers } = desk();
    await Promise.all([taker.take(request(1)), taker.take(request(2))]);
    const whole = answers.filter((answer) => answer.kind === 'compared' && answer.complete);
    expect(whole.map(({ ticket }) => ticket)).toEqual([2]);
  });

  it('answers with the message where a scenario makes no sense', async () => {
    const { desk: taker, answers } = desk();
    await taker.take({ ...request(1), metrics: ['overall.nothing'] });
    expect(answers).toMatchObject([{ kind: 'error', ticket: 1 }]);
  });
});
