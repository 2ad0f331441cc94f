import type { Box } from '../../../schema/index.js';
import { bottomOf, centreX, centreY, rightOf, uniteBoxes } from './boxes.js';

/** Turns a point about the origin. */
const turn = (x: number, y: number, slope: number): { x: number; y: number } => ({
  x: x * Math.cos(slope) - y * Math.sin(slope), y: x * Math.sin(slope) + y * Math.cos(slope),
});

/** The box of a word of a page that lies askew, as it would be on the straight page: its box was higher by its slope. */
export function straightenBox(box: Box, slope: number): Box {
  const { x, y } = turn(centreX(box), centreY(box), -slope);
  const height = Math.max(box.height / 2, box.height - box.width * Math.abs(Math.sin(slope)));
  return { x: x - box.width / 2, y: y - height / 2, width: box.width, height };
}

/** The box on the page as it lies around a box of the straightened page. */
export function tiltBox(box: Box, slope: number): Box {
  const corners = [[box.x, box.y], [rightOf(box), box.y], [box.x, bottomOf(box)], [rightOf(box), bottomOf(box)]] as const;
  return uniteBoxes(corners.map(([x, y]) => ({ ...turn(x, y, slope), width: 0, height: 0 })));
}
