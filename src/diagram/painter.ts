import type { Dots } from './dots.ts';

/** Size of a picture of a dot, pixels of the page. */
const extent = 10;
/** The tokens that the looks of `Look` are drawn in, in its order. */
const hues = [
  '--users',
  '--service',
  '--service',
  '--slow',
  '--slow',
  '--served',
  '--slow',
  '--failed',
] as const;
type Shape = { readonly kind: 'disk' | 'square' | 'frame' | 'cross'; readonly radius: number };
const shapes: readonly Shape[] = [
  { kind: 'disk', radius: 3 },
  { kind: 'disk', radius: 3 },
  { kind: 'disk', radius: 2.5 },
  { kind: 'square', radius: 2.4 },
  { kind: 'square', radius: 3 },
  { kind: 'disk', radius: 2.5 },
  { kind: 'frame', radius: 2.6 },
  { kind: 'cross', radius: 3 },
];

/** Paints dots on a canvas, each as a picture drawn beforehand: thousands a frame are cheap. */
export class Painter {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D | null;
  readonly #pictures: readonly HTMLCanvasElement[] = hues.map(() => document.createElement('canvas'));
  #scale = 1;

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d');
  }

  /** Fits the canvas to the stage and takes the colors from the tokens in force. */
  prepare(width: number, height: number): void {
    this.#scale = Math.min(3, window.devicePixelRatio || 1);
    this.#canvas.width = Math.round(width * this.#scale);
    this.#canvas.height = Math.round(height * this.#scale);
    const style = getComputedStyle(this.#canvas);
    this.#pictures.forEach((picture, look) => {
      picture.width = picture.height = Math.ceil(extent * this.#scale);
      const context = picture.getContext('2d');
      if (!context) return;
      context.scale(this.#scale, this.#scale);
      draw(context, shapes[look]!, style.getPropertyValue(hues[look]!).trim());
    });
  }

  clear(): void {
    this.#context?.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
  }

  paint(dots: Dots): void {
    const context = this.#context;
    if (!context) return;
    this.clear();
    const scale = this.#scale;
    const half = (extent * scale) / 2;
    for (let index = 0; index < dots.size; index++) {
      const opacity = dots.opacity[index]!;
      if (context.globalAlpha !== opacity) context.globalAlpha = opacity;
      const picture = this.#pictures[dots.look[index]!]!;
      context.drawImage(picture, dots.x[index]! * scale - half, dots.y[index]! * scale - half);
    }
    context.globalAlpha = 1;
  }

  /** Lines that a request took, each x0, y0, x1, y1 …, and a ring around each of its dots. */
  trace(lines: readonly Float32Array[], rings: readonly { readonly x: number; readonly y: number }[]): void {
    const context = this.#context;
    if (!context) return;
    context.save();
    context.scale(this.#scale, this.#scale);
    context.strokeStyle = getComputedStyle(this.#canvas).getPropertyValue('--ink').trim();
    context.lineWidth = 1.5;
    context.beginPath();
    for (const points of lines) {
      context.moveTo(points[0]!, points[1]!);
      for (let at = 2; at < points.length; at += 2) context.lineTo(points[at]!, points[at + 1]!);
    }
    context.stroke();
    context.lineWidth = 2;
    for (const { x, y } of rings) {
      context.beginPath();
      context.arc(x, y, 8, 0, 2 * Math.PI);
      context.stroke();
    }
    context.restore();
  }
}

function draw(context: CanvasRenderingContext2D, shape: Shape, color: string): void {
  const center = extent / 2;
  const { radius } = shape;
  context.fillStyle = context.strokeStyle = color;
  context.lineWidth = 1.8;
  context.lineCap = 'round';
  context.beginPath();
  if (shape.kind === 'disk') {
    context.arc(center, center, radius, 0, 2 * Math.PI);
    context.fill();
  } else if (shape.kind === 'cross') {
    context.moveTo(center - radius, center - radius);
    context.lineTo(center + radius, center + radius);
    context.moveTo(center + radius, center - radius);
    context.lineTo(center - radius, center + radius);
    context.stroke();
  } else {
    context.rect(center - radius, center - radius, 2 * radius, 2 * radius);
    if (shape.kind === 'square') context.fill();
    else context.stroke();
  }
}
