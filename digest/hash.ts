/**
 * Sixteen hexadecimal digits that stand for a value: two values with the same digits are,
 * but for a chance of one in 2⁶⁴, the same to the last bit of every number. JSON gives each
 * number the fewest digits that tell it from its neighbors; what JSON would blur (−0, NaN,
 * the infinities) is spelled out, and a typed array counts as the list of its numbers.
 */
export function hashOf(value: unknown): string {
  return hashOfText(JSON.stringify(value, (_key, each: unknown) => plain(each)));
}

function plain(value: unknown): unknown {
  if (typeof value === 'number' && (Object.is(value, -0) || !Number.isFinite(value))) {
    return Object.is(value, -0) ? 'number −0' : `number ${value}`;
  }
  return ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : value;
}

/**
 * Two lanes of 32 bits, as no engine's shell brings a hash of its own: each multiplies by its
 * own odd number as FNV-1a does, and both are stirred into each other by MurmurHash3's finalizer.
 */
function hashOfText(text: string): string {
  let left = 0x811c9dc5;
  let right = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    left = Math.imul(left ^ code, 0x01000193);
    right = Math.imul(right ^ code, 0x5f356495);
  }
  const stirred = stir(left ^ stir(right));
  return hexadecimal(stirred) + hexadecimal(stir(right ^ stirred));
}

function stir(bits: number): number {
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

function hexadecimal(bits: number): string {
  return (bits >>> 0).toString(16).padStart(8, '0');
}
