type Path = readonly string[];
type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Paths to all values that hold no others. */
export function leavesOf(value: unknown, path: Path = []): Path[] {
  if (!isObject(value)) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

/** Paths to all objects, of which lists are none. */
export function placesOf(value: unknown, path: Path = []): Path[] {
  if (!isObject(value)) return [];
  const within = Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key]));
  return Array.isArray(value) ? within : [path, ...within];
}

/** A copy with another value at a path. */
export function spoilt(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const inner = spoilt((value as Json)[key], rest, by);
  return Array.isArray(value) ? value.with(Number(key), inner) : { ...(value as Json), [key]: inner };
}

/** A copy in which the object at a path has one key less. */
export function withoutKey(value: unknown, path: Path, which: number): unknown {
  const place = path.reduce<unknown>((inner, key) => (inner as Json)[key], value) as Json;
  const keys = Object.keys(place);
  const gone = keys[which % Math.max(1, keys.length)];
  return spoilt(value, path, Object.fromEntries(Object.entries(place).filter(([key]) => key !== gone)));
}
