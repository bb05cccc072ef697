import { geoEqualEarthRaw } from 'd3-geo';

/** The formula itself, radians to a plane; its types say otherwise. */
const project = geoEqualEarthRaw as unknown as (longitude: number, latitude: number) => [number, number];

const radians = Math.PI / 180;
const northmost = 80;
const southmost = -57;
const widest = project(Math.PI, 0)[0];
const scale = 500 / widest;
const top = project(0, northmost * radians)[1] * scale;

/** Size of the map, in units of its own. */
export const mapWidth = 1000;
export const mapHeight = Math.round(top - project(0, southmost * radians)[1] * scale);
/** Scale and translation of the projection for `d3-geo`. */
export const mapScale = scale;
export const mapCenter: [number, number] = [500, top];

/** Where a place on earth is on the map: the projection Equal Earth, which shows areas in proportion. */
export function onMap({ latitude, longitude }: { readonly latitude: number; readonly longitude: number }): {
  x: number;
  y: number;
} {
  const [x, y] = project(longitude * radians, latitude * radians);
  return { x: Math.round(500 + x * scale), y: Math.round(top - y * scale) };
}
