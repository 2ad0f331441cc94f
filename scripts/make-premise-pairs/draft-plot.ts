import type { Drawing } from '../make-samples/drawing/drawing.js';
import type { Look } from '../make-samples/drawing/look.js';
import type { PlotContent } from '../make-samples/drawing/plot-frame.js';
import type { SeededRandom } from '../make-samples/seeded-random.js';
import { alterNumber } from './alter-number.js';
import { tellBoth, type PairDraft } from './pair-design.js';
import { tellValue } from './tell-value.js';
import { plotTopics } from './topics/plot-topics.js';

/** How long an axis is, and the distance of its ticks. */
const scales = [{ top: 50, tick: 10 }, { top: 100, tick: 20 }, { top: 400, tick: 100 }, { top: 1000, tick: 200 }] as const;

/** Drafts a pair about one value of a bar or line chart, printed at its mark or only drawn. */
export function draftPlot(random: SeededRandom, look: Look, printValues: boolean, draw: (content: PlotContent, look: Look) => Drawing): PairDraft {
  const { title, axis, labels, noun, place } = random.pick(plotTopics);
  const { top, tick } = random.pick(scales);
  const [from, to] = [Math.round(top * 0.12), Math.round(top * 0.94)];
  // A drawn value lies on a line of the grid, so that a sharp eye can read it.
  const step = printValues ? 1 : tick;
  const values = labels.map(() => (printValues ? random.whole(from, to) : random.whole(tick, top - tick, tick)));
  const at = random.whole(0, labels.length - 1);
  const [name, value] = [labels[at] ?? '', values[at] ?? 0];
  const others = values.filter((_, index) => index !== at);
  const other = alterNumber(value, { from: printValues ? from : tick, to: printValues ? to : top - tick, others, step }, random);
  const [more, voice] = [random.whole(2, 30), random.whole(0, 4)];
  return tellBoth(`How many would ${name} have with ${more} more?`, [value, other], (fact) => ({
    fact: `${name}: ${fact}`,
    drawing: draw({ title, axis, top, tick, labels: [...labels], values: values.with(at, fact), printValues }, look),
    steps: tellValue(voice, { name, value: fact, noun, place, more }),
    answer: String(fact + more),
  }));
}
