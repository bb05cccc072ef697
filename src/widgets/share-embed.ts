/**
 * The markup that shows an instrument alone on another site. `course` is the address where the course lives,
 * `fragment` what a share link has after '#'.
 */
export function embedSnippet(course: URL, labId: string, title: string, fragment: string): string {
  const address = new URL(`embed/${labId}/`, course);
  address.hash = fragment;
  const attributes = [
    `src="${escaped(address.href)}"`,
    `title="${escaped(title)}"`,
    'width="100%"',
    'height="900"',
    'loading="lazy"',
    'allow="fullscreen; clipboard-write"',
    'style="border: 0"',
  ];
  return `<iframe ${attributes.join(' ')}></iframe>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
