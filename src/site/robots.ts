import type { APIRoute } from 'astro';

/** `/robots.txt`: all may be read. It counts only at the root of a host; the site map is named where its address is known. */
export const GET: APIRoute = ({ site }) => {
  const lines = ['User-agent: *', 'Allow: /'];
  const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  if (site) lines.push(`Sitemap: ${new URL(`${base}sitemap-index.xml`, site).href}`);
  return new Response(`${lines.join('\n')}\n`);
};
