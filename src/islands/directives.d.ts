import 'astro';

declare module 'astro' {
  interface AstroClientDirectives {
    /** Comes to life when it is near the window; its props are fetched then. */
    'client:near'?: { readonly rootMargin?: string };
  }
}
