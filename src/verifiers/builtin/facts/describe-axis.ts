import { uniteBoxes } from './boxes.js';
import { joinWords } from './cell.js';
import { draftValue } from './draft.js';
import type { Draft } from './draft.js';
import type { Axis } from './find-axes.js';

/** The constraints of an axis: its ticks, and the axis as a whole with its range. */
export function describeAxis({ direction, ticks }: Axis): Draft[] {
  const name = `${direction}-axis`;
  const [low, high] = [ticks[0]?.text ?? '', ticks.at(-1)?.text ?? ''];
  return [
    {
      type: 'structure', kind: name, columns: null, rows: ticks.map((tick) => tick.text), summary: `The ${name} has ticks from ${low} to ${high}.`,
      confidence: Math.min(...ticks.map((tick) => tick.confidence)),
      places: [{ image: ticks[0]?.place.image ?? 0, box: uniteBoxes(ticks.map((tick) => tick.place.box)) }],
    },
    ...ticks.map((tick) => draftValue(joinWords([tick]), 'axis-tick', [name])),
  ];
}
