import type { AstroIntegration } from 'astro';

/**
 * Gives links in Markdown and MDX the base path, so that authors write
 * `[caching](/caching/)` or `<a href="/caching/">` wherever the course is hosted.
 * Only root-relative addresses change; fragments and other origins do not.
 */
export function baseLinks(): AstroIntegration {
  return {
    name: 'base-links',
    hooks: {
      'astro:config:setup': ({ config }) => {
        const { options } = config.markdown.processor as { options?: { hastPlugins?: unknown[] } };
        if (!options?.hastPlugins)
          throw new Error('base-links: the Markdown processor takes no hast plugins');
        options.hastPlugins.push(prefixLinks(config.base));
      },
    },
  };
}

/** '/some/course' and '/caching/' make '/some/course/caching/'; what is not root-relative stays. */
export function withBasePath(base: string, address: string): string {
  if (!/^\/(?!\/)/.test(address)) return address;
  return `${base.replace(/\/$/, '')}${address}`;
}

interface LinkElement {
  readonly properties?: Readonly<Record<string, unknown>>;
}

interface JsxAttribute {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
}

interface LinkJsx {
  readonly attributes: readonly JsxAttribute[];
}

interface VisitorContext {
  setProperty(node: object, key: string, value: unknown): void;
}

/** A plugin of Astro's Markdown engine: elements come from Markdown, JSX nodes from MDX. */
function prefixLinks(base: string): object {
  const jsx = {
    filter: ['a'],
    visit(node: LinkJsx): object {
      const attributes = node.attributes.map((attribute) =>
        attribute.name === 'href' && typeof attribute.value === 'string'
          ? { ...attribute, value: withBasePath(base, attribute.value) }
          : attribute,
      );
      return { ...node, attributes };
    },
  };
  return {
    name: 'base-links',
    element: {
      filter: ['a'],
      visit(node: LinkElement, context: VisitorContext): void {
        const href = node.properties?.href;
        if (typeof href === 'string') context.setProperty(node, 'href', withBasePath(base, href));
      },
    },
    mdxJsxFlowElement: jsx,
    mdxJsxTextElement: jsx,
  };
}
