/** A question at the end of a chapter. Every option has its reason: the wrong ones teach most. */
export interface ReviewQuestion {
  /** Permanent: progress hangs on it. Chapter slug, slash, a word or two. */
  readonly id: string;
  readonly question: string;
  readonly options: readonly ReviewOption[];
}

export interface ReviewOption {
  readonly value: string;
  readonly label: string;
  /** One option of a question is right. */
  readonly right?: true;
  /** Why it is right, or what is wrong with it; addressed to somebody who chose it. */
  readonly reason: string;
}

/**
 * Throws RangeError when questions are not fit for a chapter: fewer than four, or one
 * with no right option, or more than one, or an option without a reason, or an id twice.
 */
export function checkQuestions(questions: readonly ReviewQuestion[]): void {
  if (questions.length < 4)
    throw new RangeError(`review has ${questions.length} questions; expected at least 4`);
  const ids = questions.map((question) => question.id);
  const twice = ids.find((id, place) => ids.indexOf(id) !== place);
  if (twice !== undefined)
    throw new RangeError(`review: two questions are called "${twice}"; expected an id each`);
  for (const { id, options } of questions) {
    const right = options.filter((option) => option.right === true).length;
    if (right !== 1) throw new RangeError(`review "${id}" has ${right} right options; expected exactly 1`);
    const silent = options.find((option) => option.reason.trim() === '');
    if (silent !== undefined) throw new RangeError(`review "${id}": option "${silent.value}" has no reason`);
  }
}
