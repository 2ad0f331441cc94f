import type { Point } from '../../make-samples/drawing/svg-elements.js';
import type { SeededRandom } from '../../make-samples/seeded-random.js';

const names = ['ABC', 'DEF', 'KLM', 'PQR', 'RST', 'UVW', 'XYZ'] as const;

/** A triangle on a page of 480 by 360: its three letters and corners, clockwise from the lower left. */
export function drawTriangle(random: SeededRandom): { letters: [string, string, string]; corners: Record<string, Point> } {
  const letters = [...random.pick(names)] as [string, string, string];
  const [left, top, right] = letters;
  return {
    letters,
    corners: {
      [left]: { x: random.whole(80, 110), y: random.whole(280, 300) },
      [top]: { x: random.whole(180, 320), y: random.whole(56, 80) },
      [right]: { x: random.whole(380, 405), y: random.whole(275, 300) },
    },
  };
}

export const pageSize = { width: 480, height: 360 } as const;
