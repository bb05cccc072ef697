import type { AstroIntegration } from 'astro';
import { bindUnits } from '../prose/bind-units.ts';

/** Keeps numbers with their units in Markdown and MDX, so that authors type plain spaces. Code stays as it is. */
export function boundUnits(): AstroIntegration {
  return {
    name: 'bound-units',
    hooks: {
      'astro:config:setup': ({ config }) => {
        const { options } = config.markdown.processor as { options?: { mdastPlugins?: unknown[] } };
        if (!options?.mdastPlugins)
          throw new Error('bound-units: the Markdown processor takes no mdast plugins');
        options.mdastPlugins.push({ name: 'bound-units', text: bindText });
      },
    },
  };
}

interface TextNode {
  readonly value: string;
}

interface VisitorContext {
  setProperty(node: object, key: string, value: unknown): void;
}

function bindText(node: TextNode, context: VisitorContext): void {
  const bound = bindUnits(node.value);
  if (bound !== node.value) context.setProperty(node, 'value', bound);
}
