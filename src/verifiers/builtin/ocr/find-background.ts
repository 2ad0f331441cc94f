import type { Raster } from '../../../images/raster.js';

/** The median colour (red, green, blue) of the pixels on the border of a raster. */
export function findBackground({ width, height, data }: Raster): [number, number, number] {
  const counts = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)];
  let total = 0;
  const count = (x: number, y: number): void => {
    total++;
    counts.forEach((histogram, c) => {
      const value = data[3 * (y * width + x) + c] ?? 0;
      histogram[value] = (histogram[value] ?? 0) + 1;
    });
  };
  for (let x = 0; x < width; x++) [0, height - 1].forEach((y) => count(x, y));
  for (let y = 1; y < height - 1; y++) [0, width - 1].forEach((x) => count(x, y));
  const [red = 0, green = 0, blue = 0] = counts.map((histogram) => medianOf(histogram, total));
  return [red, green, blue];
}

/** The value below which half of a histogram lies. */
function medianOf(histogram: Uint32Array, total: number): number {
  let below = 0;
  return histogram.findIndex((many) => (below += many) * 2 >= total);
}
