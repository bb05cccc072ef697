import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { always } from '../always.ts';
import {
  CALLER,
  CLIENT,
  NODE,
  REQUEST_CLASS,
  ROW,
  SLOT_BITS,
  CallFrames,
  MAXIMUM_FRAMES,
} from '../../kernel/call-frames.ts';

describe('CallFrames', () => {
  it('hands out each frame once at a time, and uses released ones again', () => {
    const commands = fc.array(fc.integer({ min: -3, max: 900 }), { maxLength: 2000 });
    always(
      fc.property(commands, (steps) => {
        const frames = new CallFrames();
        const live: number[] = [];
        for (const step of steps) {
          // Negative numbers open a frame, others release one of those open.
          if (step < 0 || live.length === 0) {
            const frame = frames.open(5, 1, 2);
            expect(live).not.toContain(frame);
            expect([
              frames.slots[frame + NODE],
              frames.slots[frame + CALLER],
              frames.slots[frame + ROW],
            ]).toEqual([5, -1, -1]);
            live.push(frame);
          } else {
            const [frame] = live.splice(step % live.length, 1);
            frames.release(frame!);
            expect(frames.slots[frame! + NODE]).toBe(-1);
          }
          expect(frames.live).toBe(live.length);
        }
        expect(frames.capacity).toBeLessThanOrEqual(1024);
      }),
      30,
    );
  });

  it('keeps what it holds while it grows', () => {
    const frames = new CallFrames();
    const opened = Array.from({ length: 5000 }, (_, i) => {
      const frame = frames.open(i, i + 1, i + 2);
      frames.arrivedAt[frame >> SLOT_BITS] = i / 8;
      frames.work[frame >> SLOT_BITS] = i / 16;
      return frame;
    });
    expect(frames.capacity).toBe(8192);
    opened.forEach((frame, i) => {
      expect([
        frames.slots[frame + NODE],
        frames.slots[frame + REQUEST_CLASS],
        frames.slots[frame + CLIENT],
      ]).toEqual([i, i + 1, i + 2]);
      expect([frames.arrivedAt[frame >> SLOT_BITS], frames.work[frame >> SLOT_BITS]]).toEqual([
        i / 8,
        i / 16,
      ]);
    });
  });

  it('a call is by the same client, for a request of the same class', () => {
    const frames = new CallFrames();
    const caller = frames.open(1, 7, 8);
    const callee = frames.call(caller, 2);
    expect(frames.slots[callee + CALLER]).toBe(caller);
    expect([
      frames.slots[callee + NODE],
      frames.slots[callee + REQUEST_CLASS],
      frames.slots[callee + CLIENT],
    ]).toEqual([2, 7, 8]);
  });

  it('says when it is full, and has one frame left then', () => {
    const frames = new CallFrames();
    while (frames.hasRoom) frames.open(0, 0, 0);
    expect(MAXIMUM_FRAMES - frames.live).toBe(1024);
    while (!frames.isFull) frames.open(0, 0, 0);
    expect(frames.open(0, 0, 0)).toBeLessThan(MAXIMUM_FRAMES << SLOT_BITS);
    expect(frames.capacity).toBe(MAXIMUM_FRAMES);
  });
});
