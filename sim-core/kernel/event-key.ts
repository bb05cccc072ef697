/** Handlers are numbered 0 to 16,383: a dozen for each of a thousand nodes, and some. */
export const MAXIMUM_HANDLERS = 1 << 14;

/** The handler in a key: its lowest bits. The rest is the event's sequence number. */
export function handlerIn(key: number): number {
  return (key | 0) & (MAXIMUM_HANDLERS - 1);
}
