/**
 * Reading and changing one place in plain data by a dotted path. The page needs
 * this much of the core and no more: the core itself is loaded with the first run,
 * which also checks what was written.
 */

type Branch = Readonly<Record<string, unknown>>;

function isBranch(value: unknown): value is Branch {
  return typeof value === 'object' && value !== null;
}

/** The value at `path` (`nodes.api.instances.2.utilisation`; list items from 0); `undefined` where there is none. */
export function valueAtPath(root: unknown, path: string): unknown {
  let value = root;
  for (const key of path.split('.')) {
    if (!isBranch(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

/** The number at `path`; `null` where there is none, as in results where nothing was observed. */
export function numberAtPath(root: unknown, path: string): number | null {
  const value = valueAtPath(root, path);
  return typeof value === 'number' ? value : null;
}

/** A copy of `root` with another value at `path`; what is not on the way is shared. Missing branches throw. */
export function withPath<Root>(root: Root, path: string, value: unknown): Root {
  return replaced(root, path.split('.'), 0, value) as Root;
}

function replaced(branch: unknown, keys: readonly string[], depth: number, value: unknown): unknown {
  const key = keys[depth];
  if (key === undefined) return value;
  if (!isBranch(branch)) throw new RangeError(`path ${keys.join('.')}: nothing to change at "${key}"`);
  const next = replaced(branch[key], keys, depth + 1, value);
  if (Array.isArray(branch))
    return branch.map((item, index) => (String(index) === key ? next : (item as unknown)));
  return { ...branch, [key]: next };
}
