import { copied } from './clipboard.ts';

/** What was shared, and what there is to say of it. */
export interface Shared {
  /** The link, shown for copying by hand where the clipboard is out of reach; else empty. */
  readonly link: string;
  /** The markup for another site; empty until asked for. */
  readonly embed: string;
  /** What came of it, for the reader; empty before. */
  readonly outcome: string;
}

/** What has a page of its own. */
export interface Embedded {
  /** Where under `embed/` that page is: a lab's id, `compare/look-or-buy`. */
  readonly place: string;
  readonly title: string;
  /** How tall the frame is until it says so itself, in CSS pixels; 900 when left out. */
  readonly height?: number;
}

/** Browser only: makes the markup that shows an instrument on another site, and puts it on the clipboard where that can be had. */
export async function shareEmbed(embedded: Embedded, fragment = ''): Promise<Shared> {
  const course = new URL(import.meta.env.BASE_URL.replace(/\/?$/, '/'), window.location.href);
  const embed = embedSnippet(course, embedded, fragment);
  const does = (await copied(embed)) ? 'Markup copied.' : 'Copy this markup.';
  return {
    link: '',
    embed,
    outcome: `${does} It shows this instrument${fragment === '' ? '' : ', as it stands,'} on another site or a slide.`,
  };
}

/**
 * Makes a frame as tall as what is in it, which depends on its width and on what the reader opens: see
 * `tell-height.ts`. Where a site takes scripts out, the frame keeps its height and scrolls.
 */
const follower = `<script>
addEventListener("message", ({ source, data }) => {
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow === source && data?.headroomHeight > 0) frame.height = data.headroomHeight;
});
</script>`;

/**
 * The markup that shows an instrument alone on another site. `course` is the address where the course lives,
 * `fragment` what a share link has after '#'.
 */
export function embedSnippet(
  course: URL,
  { place, title, height = 900 }: Embedded,
  fragment: string,
): string {
  const address = new URL(`embed/${place}/`, course);
  address.hash = fragment;
  const attributes = [
    `src="${escaped(address.href)}"`,
    `title="${escaped(title)}"`,
    'width="100%"',
    `height="${height}"`,
    'loading="lazy"',
    'allow="fullscreen; clipboard-write"',
    'style="border: 0"',
  ];
  return `<iframe ${attributes.join(' ')}></iframe>\n${follower}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
