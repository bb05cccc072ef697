import { hydrate, mount, unmount, type Component } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { whenReaderStirs } from './reader-stirs.ts';

/** A picture that the build drew, and what can draw it anew. */
export interface Still {
  /** Fetches the component. */
  readonly load: () => Promise<Component<never>>;
  /** What the component gets; a getter stays reactive. */
  readonly props: object;
}

export interface StillLife {
  /** In the order of the elements with `data-still`. */
  readonly stills: readonly Still[];
  /** Whether the pictures in the page are not of the present state any more; may read reactive state. */
  readonly isOutdated: () => boolean;
  /** Hears why the pictures stay as they are. */
  readonly fail: (reason: string) => void;
}

/**
 * Brings pictures to life that stand in the page as plain HTML. What draws them is fetched
 * when somebody stirs or the pictures are outdated, not before: until then they cost the
 * page no script at all. Goes on an element that holds one with `data-still` for each.
 */
export function liveStills({ stills, isOutdated, fail }: StillLife): Attachment<HTMLElement> {
  return (holder) => {
    let isGone = false;
    let isWaking = false;
    const alive: Record<string, unknown>[] = [];

    async function wake(): Promise<void> {
      if (isWaking) return;
      isWaking = true;
      try {
        const components = await Promise.all(stills.map(({ load }) => load()));
        const places = holder.querySelectorAll<HTMLElement>('[data-still]');
        for (const [index, component] of components.entries()) {
          const target = places[index];
          if (isGone || !target) return;
          alive.push(enliven(component, target, stills[index]!.props));
          // One at a time, so that the reader's next move need not wait for all of them.
          await new Promise((resolve) => setTimeout(resolve));
        }
        holder.dataset.alive = '';
      } catch (error) {
        isWaking = false;
        fail(error instanceof Error ? error.message : String(error));
      }
    }

    function enliven(component: Component<never>, target: HTMLElement, props: object) {
      const options = { target, props: props as never };
      if (target.hasChildNodes() && !isOutdated()) return hydrate(component, options);
      target.replaceChildren();
      return mount(component, options);
    }

    const stop = whenReaderStirs(() => void wake());
    $effect(() => {
      if (isOutdated()) void wake();
    });
    return () => {
      isGone = true;
      stop();
      for (const each of alive) void unmount(each);
    };
  };
}
