import { circle, line } from '../../make-samples/drawing/svg-elements.js';
import type { SeededRandom } from '../../make-samples/seeded-random.js';

/** Specks and hairs of a bad copy, more and darker with strength. */
export function drawSpecks(strength: number, width: number, height: number, random: SeededRandom): string {
  const count = Math.round((strength * width * height) / 2500);
  const specks = Array.from({ length: count }, () =>
    circle({ x: random.whole(0, width), y: random.whole(0, height) }, random.pick([0.6, 0.9, 1.3]), { fill: random.pick(['#555555', '#888888', '#bbbbbb']) }));
  const hairs = Array.from({ length: strength * 2 }, () => {
    const from = { x: random.whole(0, width), y: random.whole(0, height) };
    return line(from, { x: from.x + random.whole(-60, 60), y: from.y + random.whole(-60, 60) }, '#aaaaaa', 0.6);
  });
  return [...specks, ...hairs].join('');
}
