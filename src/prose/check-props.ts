/** Which properties a component takes; `required` ones have to be there. */
export interface Allowed {
  readonly required: readonly string[];
  readonly optional?: readonly string[];
}

/**
 * Looks for what a type checker would find in the text of a lesson, which none reads: a property that the
 * component does not know, and one that it needs and does not get, or that is undefined because nothing of that
 * name is exported where it is imported from. Throws RangeError that names the component and what is allowed.
 */
export function checkProps(component: string, props: object, { required, optional = [] }: Allowed): void {
  const given = props as Readonly<Record<string, unknown>>;
  const known = [...required, ...optional];
  const absent = required.find((name) => given[name] === undefined);
  // What Astro hands on for styles is none of the author's.
  const strange = Object.keys(given).find(
    (name) => !known.includes(name) && name !== 'class' && !name.startsWith('data-astro-'),
  );
  if (strange !== undefined)
    throw new RangeError(`<${component}>: it has no ${strange}; expected ${known.join(', ')}`);
  if (absent === undefined) return;
  const why = Object.hasOwn(given, absent)
    ? 'is undefined, so nothing of that name is imported'
    : 'is missing';
  throw new RangeError(`<${component}>: ${absent} ${why}; expected ${required.join(' and ')}`);
}
