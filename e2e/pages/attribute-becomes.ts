import { expect, type Locator } from '@playwright/test';

/** Longer than anything takes; then the expectation says what is the matter. */
const patienceMilliseconds = 20_000;

/**
 * Waits until an attribute reads as it should, and is told at once when it does: a
 * suite that asks ten times a second for something that takes a hundredth is slow.
 */
export async function attributeBecomes(element: Locator, name: string, pattern: RegExp): Promise<void> {
  await element.evaluate(
    (target, [attribute, source, patience]) =>
      new Promise<void>((resolve) => {
        const wanted = new RegExp(source);
        const look = () => {
          if (!wanted.test(target.getAttribute(attribute) ?? '')) return;
          observer.disconnect();
          resolve();
        };
        const observer = new MutationObserver(look);
        observer.observe(target, { attributes: true });
        setTimeout(resolve, patience);
        look();
      }),
    [name, pattern.source, patienceMilliseconds] as const,
  );
  await expect(element).toHaveAttribute(name, pattern);
}
