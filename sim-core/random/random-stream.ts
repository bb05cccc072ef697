/**
 * A stream of pseudo-random numbers: sfc32, a small fast counting generator with
 * 128 bits of state (Chris Doty-Humphrey, PractRand). Every source of randomness in
 * a run has its own stream, found by name, so that changing one part of a system
 * leaves the luck of every other part as it was.
 */
export class RandomStream {
  /** Where the generator stands; changed by `moveTo` and by draws. */
  readonly state = new Int32Array(4);

  /**
   * @param seed an integer from 0 to 4,294,967,295
   * @param name what the stream decides, such as `users/arrivals`
   */
  constructor(seed: number, name: string) {
    this.state[0] = seed | 0;
    this.state[1] = hash(name, 0x9e3779b9);
    this.state[2] = hash(name, 0x243f6a88);
    this.state[3] = 1;
    for (let round = 0; round < 16; round++) this.nextUint32();
  }

  /** Goes on from where another copy of the generator stands. */
  moveTo(a: number, b: number, c: number, counter: number): void {
    this.state[0] = a;
    this.state[1] = b;
    this.state[2] = c;
    this.state[3] = counter;
  }

  /** The next 32 bits, as an integer from 0 to 4,294,967,295. */
  nextUint32(): number {
    const state = this.state;
    const b = state[1]!;
    const c = state[2]!;
    const counter = state[3]!;
    const result = (((state[0]! + b) | 0) + counter) | 0;
    state[3] = counter + 1;
    state[0] = b ^ (b >>> 9);
    state[1] = (c + (c << 3)) | 0;
    state[2] = (((c << 21) | (c >>> 11)) + result) | 0;
    return result >>> 0;
  }

  /** A number from 0 up to, not including, 1, with 53 random bits. */
  nextUniform(): number {
    const high = this.nextUint32() >>> 5;
    return (high * 67108864 + (this.nextUint32() >>> 6)) / 2 ** 53;
  }

  /** An integer from 0 to count − 1, for counts up to a million. */
  nextInteger(count: number): number {
    return Math.floor((this.nextUint32() * count) / 4294967296);
  }
}

/** FNV-1a with a final mix (the finalizer of MurmurHash3), so that similar names land far apart. */
export function hash(text: string, basis: number): number {
  let value = basis | 0;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return mix(value);
}

/** Spreads a 32-bit integer over all 32 bits: MurmurHash3's finalizer. */
export function mix(value: number): number {
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
