import { expect, test } from 'vitest';
import { run, type Scenario } from '#sim-core';
import { scenarioJson, scenarioTypeScript } from '../code/scenario-code.ts';
import { embedSnippet } from '../share-embed.ts';
import { exampleLab } from './example-lab.ts';

const { scenario } = exampleLab;

test('JSON of a scenario is that scenario, with the seed', () => {
  const read = JSON.parse(scenarioJson(scenario, 11)) as Scenario;
  expect(read).toEqual({ ...scenario, seed: 11 });
  expect(run(read).overall).toEqual(run(scenario, { seed: 11 }).overall);
});

test('code keeps short things in one line and no line too long', () => {
  const json = scenarioJson(scenario, 11);
  expect(json).toContain('      "arrivals": { "kind": "poisson", "ratePerSecond": 60 }');
  expect(Math.max(...json.split('\n').map((line) => line.length))).toBeLessThanOrEqual(90);
  expect(scenarioTypeScript(scenario, 11)).toContain('policy: { kind: "round-robin" }');
});

test('markup for another site cannot be broken out of', () => {
  const markup = embedSnippet(
    new URL('https://example.org/c/'),
    { place: 'crash', title: '"><script>' },
    'lab=crash&v=2',
  );
  expect(markup).toContain('src="https://example.org/c/embed/crash/#lab=crash&amp;v=2"');
  expect(markup).toContain('title="&quot;>&lt;script>"');
  expect(markup.match(/<script>/g)).toHaveLength(1);
});

test('markup for another site makes the frame as tall as what is in it', () => {
  const markup = (height?: number) =>
    embedSnippet(new URL('https://example.org/'), { place: 'a', title: 'A', ...(height && { height }) }, '');
  expect(markup()).toContain('height="900"');
  expect(markup(640)).toContain('height="640"');
});
