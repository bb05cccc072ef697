/**
 * Plain TypeScript and Svelte's checker cannot read `.astro` files; `astro check` can, and
 * knows their props. For the others a component is something that has props.
 */
declare module '*.astro' {
  const component: (props: Record<string, unknown>) => unknown;
  export default component;
}
