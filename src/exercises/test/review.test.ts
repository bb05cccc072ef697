import { expect, it } from 'vitest';
import { checkQuestions } from '../review.ts';
import type { ReviewOption, ReviewQuestion } from '../review.ts';

const right: ReviewOption = { value: 'a', label: 'A', right: true, reason: 'so it is' };
const wrong: ReviewOption = { value: 'b', label: 'B', reason: 'that is something else' };
const question = (id: string, options: readonly ReviewOption[] = [right, wrong]): ReviewQuestion => ({
  id: `test/${id}`,
  question: 'Which?',
  options,
});
const three = ['one', 'two', 'three'].map((id) => question(id));

it.each([
  ['too few', three, /has 3 questions/],
  ['the same twice', [...three, question('one')], /two questions are called "[^"]*one"/],
  ['nothing right', [...three, question('four', [wrong])], /0 right options/],
  ['two right', [...three, question('four', [right, { ...right, value: 'c' }])], /2 right options/],
  ['no reason', [...three, question('four', [right, { ...wrong, reason: ' ' }])], /"b" has no reason/],
])('refuses a review with %s', (_, questions, message) => {
  expect(() => checkQuestions(questions)).toThrow(message);
});

it('takes four sound questions', () => {
  expect(() => checkQuestions([...three, question('four')])).not.toThrow();
});
