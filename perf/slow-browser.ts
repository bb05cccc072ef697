import type { CDPSession, Page } from '@playwright/test';

/** How many times slower than this machine the measured one is. */
export const slowdown = 4;

/**
 * Slows a page down as the developer tools do. They leave workers alone, so in a worker every answer is
 * held back until the work for it would be done there.
 */
export async function slowDown(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.route(/\/[\w-]*worker[\w-]*\.js/, async (route) => {
    const response = await route.fetch();
    const body = `(${holdBackAnswers.toString()})(${slowdown - 1});\n${await response.text()}`;
    await route.fulfill({ response, body });
  });
  return session;
}

/**
 * Runs in a worker before its own program: for each moment of work it idles `factor` moments more, before it
 * answers and whenever it lets messages in. Its clock is ahead by what it will have to idle.
 */
function holdBackAnswers(factor: number): void {
  const now = performance.now.bind(performance);
  // It sleeps: a processor that is slower takes nothing from the others. Pages like ours get shared memory only so.
  const bed = new Int32Array(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer);
  let since = now();
  performance.now = () => now() + factor * (now() - since);
  const idle = () => {
    Atomics.wait(bed, 0, 0, factor * (now() - since));
    since = now();
  };
  self.addEventListener(
    'message',
    () => {
      since = now();
    },
    { capture: true },
  );
  const send = self.postMessage.bind(self) as (message: unknown) => void;
  self.postMessage = (message: unknown) => {
    idle();
    send(message);
  };
  const ring = Reflect.get(MessagePort.prototype, 'postMessage') as (message: unknown) => void;
  MessagePort.prototype.postMessage = function (message: unknown) {
    idle();
    ring.call(this, message);
  };
}
