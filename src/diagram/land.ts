import { geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/land-110m.json' with { type: 'json' };
import { mapCenter, mapScale } from './projection.ts';

/** Islands smaller than this are left out, square units of the map. */
const smallest = 14;

/**
 * The outline of the land as one SVG path, coarse enough for a background. Only while the site is
 * built: the shapes are those of Natural Earth at 1 : 110 million, from `world-atlas`.
 */
export function landPath(): string {
  const topology = atlas as unknown as Topology<{ land: GeometryCollection }>;
  const projection = geoEqualEarth().scale(mapScale).translate(mapCenter).precision(2);
  const path = geoPath(projection).digits(0);
  return feature(topology, topology.objects.land)
    .features.flatMap(({ geometry }) => {
      if (geometry.type === 'MultiPolygon') return geometry.coordinates;
      return geometry.type === 'Polygon' ? [geometry.coordinates] : [];
    })
    .map((coordinates) => ({ type: 'Polygon' as const, coordinates }))
    .filter((shape) => path.area(shape) >= smallest && path.bounds(shape)[0][1] < 2 * mapCenter[1] * 0.86)
    .map((shape) => thinned(path(shape) ?? ''))
    .join('');
}

/** Without the points that a line of this width does not show. */
function thinned(path: string): string {
  return path.replaceAll(/M[^MZ]*/g, (ring) => {
    const points = ring
      .slice(1)
      .split('L')
      .map((pair) => pair.split(',').map(Number));
    const kept: number[][] = [];
    for (const point of points) {
      const last = kept.at(-1);
      if (!last || Math.hypot(point[0]! - last[0]!, point[1]! - last[1]!) >= 3) kept.push(point);
    }
    let from = [0, 0];
    // Steps from point to point are shorter to write than places.
    return kept
      .map(([x, y], index) => {
        const step = [x! - from[0]!, y! - from[1]!];
        from = [x!, y!];
        return `${index === 0 ? 'M' : 'l'}${index === 0 ? `${x} ${y}` : `${step[0]} ${step[1]}`}`;
      })
      .join('');
  });
}
