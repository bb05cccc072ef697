/** What a shape needs to look alike where the page's styles do not reach. */
const shapeProperties = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'vector-effect',
  'shape-rendering',
  'overflow',
] as const;
const textProperties = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-linejoin',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;

const namespace = 'http://www.w3.org/2000/svg';
/** Paper around the picture, px. */
const margin = 16;

/** The picture of a chart by itself: every color and font resolved, its words as text. */
export interface SavedPicture {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
}

/** Draws what the reader sees of a chart into one SVG. */
export function svgOf(figure: HTMLElement): SavedPicture {
  const frame = figure.getBoundingClientRect();
  const [width, height] = [frame.width + 2 * margin, frame.height + 2 * margin];
  const picture = document.createElementNS(namespace, 'svg');
  picture.setAttribute('xmlns', namespace);
  picture.setAttribute('viewBox', `0 0 ${width} ${height}`);
  picture.setAttribute('width', String(width));
  picture.setAttribute('height', String(height));
  const paper = document.createElementNS(namespace, 'rect');
  paper.setAttribute('width', '100%');
  paper.setAttribute('height', '100%');
  paper.setAttribute('fill', getComputedStyle(figure).getPropertyValue('--raised').trim() || '#ffffff');
  picture.append(paper);
  const origin = { x: frame.left - margin, y: frame.top - margin };
  for (const part of partsOf(figure))
    picture.append(part instanceof SVGSVGElement ? shapes(part, origin) : words(part, origin));
  return { markup: new XMLSerializer().serializeToString(picture), width, height };
}

interface Origin {
  readonly x: number;
  readonly y: number;
}

/** Outermost drawings and texts, in the order of the page; not what is only for the ears or for clicking. */
function partsOf(root: Element): (SVGSVGElement | Text)[] {
  const parts: (SVGSVGElement | Text)[] = [];
  for (const child of root.childNodes) {
    if (child instanceof Text) {
      if (child.data.trim() !== '') parts.push(child);
    } else if (child instanceof SVGSVGElement) {
      parts.push(child);
    } else if (child instanceof Element && isSeen(child)) {
      parts.push(...partsOf(child));
    }
  }
  return parts;
}

function isSeen(element: Element): boolean {
  if (element.matches('details, button, .visually-hidden, .saving, .room')) return false;
  return element.checkVisibility({ visibilityProperty: true });
}

function shapes(svg: SVGSVGElement, origin: Origin): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const box = svg.getBoundingClientRect();
  inline(svg, copy);
  for (const use of copy.querySelectorAll('use')) bringAlong(use);
  for (const [name, value] of Object.entries({
    x: box.left - origin.x,
    y: box.top - origin.y,
    width: box.width,
    height: box.height,
  })) {
    copy.setAttribute(name, String(value));
  }
  return copy;
}

/** Puts what a `<use>` points to in its place: the file stands alone. */
function bringAlong(use: SVGUseElement): void {
  const shape = document.querySelector(use.getAttribute('href') ?? '')?.cloneNode(true);
  if (!(shape instanceof SVGElement)) return;
  shape.removeAttribute('id');
  shape.setAttribute('style', use.getAttribute('style') ?? '');
  use.replaceWith(shape);
}

/** Writes the styles of each element into its copy, and leaves out what only the page needs. */
function inline(element: Element, copy: Element): void {
  const style = getComputedStyle(element);
  const properties = element.localName === 'text' ? textProperties : shapeProperties;
  copy.setAttribute('style', properties.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';'));
  for (const name of ['class', 'fill', 'stroke', 'aria-hidden', 'focusable']) copy.removeAttribute(name);
  for (const [index, child] of [...element.children].entries()) inline(child, copy.children[index]!);
  for (const child of [...copy.childNodes]) if (child instanceof Comment) child.remove();
}

/** A text of the page, a `<text>` for each of its lines. */
function words(text: Text, origin: Origin): SVGGElement {
  const style = getComputedStyle(text.parentElement!);
  const group = document.createElementNS(namespace, 'g');
  const range = document.createRange();
  range.selectNodeContents(text);
  const box = range.getClientRects()[0];
  if (!box) return group;
  const line = document.createElementNS(namespace, 'text');
  line.setAttribute('x', String(box.left - origin.x));
  line.setAttribute('y', String(box.top - origin.y + box.height * 0.78));
  line.setAttribute('fill', style.color);
  line.setAttribute('font-family', style.fontFamily);
  line.setAttribute('font-size', style.fontSize);
  line.setAttribute('font-weight', style.fontWeight);
  line.textContent = text.data.replaceAll(/\s+/g, ' ').trim();
  group.append(line);
  return group;
}
