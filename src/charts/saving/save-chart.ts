import type { ChartData } from '../chart-data.ts';
import { csvOf } from './csv.ts';
import { svgOf, type SavedPicture } from './svg.ts';

/** So many pixels of the file for one of the page. */
const pngScale = 2;

/** Hands the reader a file: the numbers of a chart, or its picture. Rejects when the browser refuses to draw it. */
export async function saveChart(
  kind: 'csv' | 'svg' | 'png',
  figure: HTMLElement,
  title: string,
  data: ChartData,
): Promise<void> {
  const lab = figure.closest<HTMLElement>('[data-lab]')?.dataset.lab ?? 'headroom';
  handOver(await fileOf(kind, figure, data), `${fileName(lab, title)}.${kind}`);
}

/** 'One slow', 'Latency against load' → 'one-slow-latency-against-load'. */
export function fileName(lab: string, title: string): string {
  const words = `${lab} ${title}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['chart'];
  return words.join('-').slice(0, 80);
}

async function fileOf(kind: 'csv' | 'svg' | 'png', figure: HTMLElement, data: ChartData): Promise<Blob> {
  if (kind === 'csv') return new Blob([csvOf(data)], { type: 'text/csv;charset=utf-8' });
  const picture = svgOf(figure);
  return kind === 'png' ? await pngOf(picture) : svgFile(picture);
}

function svgFile({ markup }: SavedPicture): Blob {
  return new Blob([markup], { type: 'image/svg+xml' });
}

async function pngOf(picture: SavedPicture): Promise<Blob> {
  const address = URL.createObjectURL(svgFile(picture));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * pngScale);
    canvas.height = Math.round(picture.height * pngScale);
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('the picture stayed empty'))),
        'image/png',
      );
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

function handOver(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
