import { mix } from '../../random/index.ts';

/**
 * 32 bits that look drawn by lot for each key, as an integer from 0 to 4,294,967,295.
 * Keys up to 2^32 never collide.
 * @param key an integer from 0 to 2^53 − 1
 * @param salt another integer is another hash function
 */
export function hashOfKey(key: number, salt: number): number {
  return mix((mix(key ^ salt) + Math.floor(key / 4294967296)) | 0) >>> 0;
}
