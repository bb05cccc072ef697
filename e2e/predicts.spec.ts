import type { Locator } from '@playwright/test';
import { readMetric, run, withValue } from '#sim-core';
import type { Prediction } from '#widgets';
import { chapterAt, chaptersWithEveryPrediction } from './course.ts';
import { expect, test } from './fixtures.ts';
import type { CoursePage } from './pages/course-page.ts';
import { amountIn } from './pages/knobs.ts';
import type { PredictionPanel } from './pages/prediction-panel.ts';
import { violationsOn } from './pages/violations.ts';

for (const { path, title, predictions } of chaptersWithEveryPrediction) {
  test(`${title}: every guess is met with the truth, and kept`, async ({ course, page }) => {
    test.setTimeout(120_000);
    await course.open(path);
    const verdicts: string[] = [];
    for (const prediction of predictions) {
      await test.step(prediction.question, async () => {
        const panel = course.prediction(prediction);
        await panel.wake();
        await guessWrongly(panel, prediction);
        await expect(panel.tryAgain).toBeVisible();
        await panel.tryAgain.press('Enter');
        await expect(panel.verdict).toHaveCount(0);
        verdicts.push(await guessRightly(panel, prediction));
      });
    }
    expect(await violationsOn(page, { within: '[data-prediction]' })).toEqual([]);

    await page.reload();
    for (const [index, prediction] of predictions.entries()) {
      const panel = course.prediction(prediction);
      await panel.wake();
      await expect(panel.verdict).toHaveText(verdicts[index]!);
      await expect(panel.region).toHaveAttribute('data-state', 'revealed');
    }
  });
}

test('a guess comes before a look', async ({ course }) => {
  const { path, predictions } = chapterAt('vertical-scaling/');
  await course.open(path);
  const panel = course.prediction(predictions.find(({ kind }) => kind === 'choice')!);
  await panel.wake();
  await expect(panel.commit).toHaveAttribute('aria-disabled', 'true');
  await panel.commit.press('Enter');
  await expect(panel.verdict).toHaveCount(0);
  await expect(panel.region).toHaveAttribute('data-state', 'guessing');
});

for (const kind of ['number', 'bars', 'curve'] as const) {
  test(`where something stands before anybody guessed, that is no guess: ${kind}`, async ({ course }) => {
    const panel = await wakeFirst(course, kind);
    const first = panel.sliders.first();
    const untouched = (await first.getAttribute('aria-valuetext')) ?? '';
    await expect(panel.commit).toHaveAttribute('aria-disabled', 'true');
    await expect(panel.region).toContainText('a guess is worth more than a look');
    await first.press('Tab');
    await panel.commit.press('Enter');
    await expect(panel.verdict).toHaveCount(0);

    // It may well be what the reader thinks: then they say so.
    await first.press('Enter');
    await expect(panel.commit).toHaveAttribute('aria-disabled', 'false');
    await expect(first).toHaveAttribute('aria-valuetext', untouched);
    await panel.reveal();
    await panel.tryAgain.press('Enter');
    await expect(panel.commit).toHaveAttribute('aria-disabled', 'true');
  });
}

test('a bar that is pressed where it stands is a guess', async ({ course }) => {
  const panel = await wakeFirst(course, 'bars');
  const first = panel.sliders.first();
  const untouched = (await first.getAttribute('aria-valuetext')) ?? '';
  const { height } = (await first.boundingBox())!;
  await first.click({ position: { x: 4, y: height / 2 } });
  await expect(first).toHaveAttribute('aria-valuetext', untouched);
  await expect(panel.commit).toHaveAttribute('aria-disabled', 'false');
});

test('a curve is drawn with the mouse', async ({ course, page }) => {
  const { path, predictions } = chapterAt('single-server/');
  await course.open(path);
  const panel = course.prediction(predictions.find(({ kind }) => kind === 'curve')!);
  await panel.wake();
  const box = (await panel.question.locator('svg').boundingBox())!;
  await page.mouse.move(box.x + 0.15 * box.width, box.y + 0.7 * box.height);
  await page.mouse.down();
  await page.mouse.move(box.x + 0.95 * box.width, box.y + 0.2 * box.height, { steps: 20 });
  await page.mouse.up();
  const heights = await panel.sliders.evaluateAll((points) =>
    points.map((point) => Number(point.getAttribute('aria-valuenow'))),
  );
  expect(heights).toEqual(heights.toSorted((a, b) => a - b));
  expect(heights.at(-1)).toBeGreaterThan(heights[0]! + 0.05);
});

/** Opens the first prediction of a kind. */
async function wakeFirst(course: CoursePage, kind: Prediction['kind']): Promise<PredictionPanel> {
  for (const { path, predictions } of chaptersWithEveryPrediction) {
    const prediction = predictions.find((each) => each.kind === kind);
    if (prediction === undefined) continue;
    await course.open(path);
    const panel = course.prediction(prediction);
    await panel.wake();
    return panel;
  }
  throw new Error(`no chapter has a prediction of the kind "${kind}"`);
}

async function guessWrongly(panel: PredictionPanel, prediction: Prediction): Promise<void> {
  if (prediction.kind === 'choice') {
    const verdicts = [];
    for (const { label } of prediction.options) {
      await panel.option(label).press('Space');
      verdicts.push(await panel.reveal());
      await panel.tryAgain.press('Enter');
    }
    const right = verdicts.filter((verdict) => verdict.startsWith('You were right: '));
    const wrong = verdicts.filter((verdict) => /^You said “.+”\. The simulation says “.+”/.test(verdict));
    expect([right.length, wrong.length]).toEqual([1, prediction.options.length - 1]);
    await panel.option(prediction.options[0]!.label).press('Space');
    await panel.reveal();
    for (const { label } of prediction.options) await expect(panel.option(label)).toBeDisabled();
  } else if (prediction.kind === 'number') {
    await panel.sliders.press('End');
    expect(await panel.reveal()).toMatch(
      /^You said .+\. The simulation says .+: your guess is .+ times too (high|low)\.$/,
    );
  } else {
    for (const point of await panel.sliders.all()) await point.press('End');
    expect(await panel.reveal()).toMatch(/^Farthest apart (at|for) /);
    await expect(panel.region.getByText('the simulation', { exact: true })).toBeVisible();
  }
}

/** Says what it says of a right guess. */
async function guessRightly(panel: PredictionPanel, prediction: Prediction): Promise<string> {
  if (prediction.kind === 'choice') {
    for (const { label } of prediction.options) {
      await panel.option(label).press('Space');
      const verdict = await panel.reveal();
      if (verdict.startsWith('You were right')) return verdict;
      await panel.tryAgain.press('Enter');
    }
    throw new Error('no option is right');
  }
  if (prediction.kind === 'number') {
    await panel.sliders.press('Home');
    const [, answer = ''] = /The simulation says (\S+\s\S+?)[:.]/.exec(await panel.reveal()) ?? [];
    await panel.tryAgain.press('Enter');
    const { minimum, step } = prediction;
    const steps = Math.max(0, Math.ceil((amountIn(answer) - minimum) / step));
    await panel.sliders.fill(String(withoutDust(minimum + steps * step)));
    const verdict = await panel.reveal();
    expect(verdict).toMatch(/: close\.$/);
    return verdict;
  }
  for (const [place, truth] of truthsOf(prediction).entries()) {
    const height = Math.min(truth ?? prediction.maximum, prediction.maximum);
    const steps = Math.max(0, Math.ceil((height - prediction.minimum) / prediction.step - 0.5));
    const point = panel.sliders.nth(place);
    if (prediction.kind === 'bars')
      await point.fill(String(withoutDust(prediction.minimum + steps * prediction.step)));
    else await raise(point, steps);
  }
  const verdict = await panel.reveal();
  expect(verdict).toMatch(/^(Your curve is right everywhere|All your bars are right)/);
  return verdict;
}

/** Without the dust of binary fractions, which a slider would take for another place. */
function withoutDust(value: number): number {
  return Number(value.toPrecision(12));
}

/** A point of a curve, by keyboard: a page is five steps. */
async function raise(point: Locator, steps: number): Promise<void> {
  await point.press('Home');
  for (let pages = Math.floor(steps / 5); pages > 0; pages--) await point.press('PageUp');
  for (let rest = steps % 5; rest > 0; rest--) await point.press('ArrowUp');
}

/** What the simulation says at each point of a curve, or for each bar. */
function truthsOf(prediction: Extract<Prediction, { kind: 'curve' | 'bars' }>): (number | null)[] {
  if (prediction.kind === 'curve') {
    const { scenario, along, metric } = prediction;
    return along.values.map((value) => readMetric(run(withValue(scenario, along.path, value)), metric));
  }
  return prediction.bars.map(({ metric, per, set = {} }) => {
    const changed = Object.entries(set).reduce(
      (scenario, [path, value]) => withValue(scenario, path, value),
      prediction.scenario,
    );
    const result = run(changed);
    const value = readMetric(result, metric);
    return value === null || per === undefined ? value : value / readMetric(result, per)!;
  });
}
