import { expect, it } from 'vitest';
import { checkProps } from '../check-props.ts';

const allowed = { required: ['lab', 'metric'], optional: ['as'] };

it('takes what is known, and what Astro adds for styles', () => {
  expect(() => {
    checkProps(
      'Out',
      { lab: {}, metric: 'overall.served', class: 'wide', 'data-astro-cid-x': true },
      allowed,
    );
  }).not.toThrow();
});

it.each([
  [{ lab: {}, metrics: 'overall.served' }, '<Out>: it has no metrics; expected lab, metric, as'],
  [{ lab: {} }, '<Out>: metric is missing; expected lab and metric'],
  [
    { lab: undefined, metric: 'overall.served' },
    '<Out>: lab is undefined, so nothing of that name is imported; expected lab and metric',
  ],
])('refuses %o', (props, message) => {
  expect(() => {
    checkProps('Out', props, allowed);
  }).toThrow(new RangeError(message));
});
