import { drawThermometer } from '../drawing/draw-thermometer.js';
import { designOver } from '../sample-design.js';
import { sealDraft } from '../seal-draft.js';

const topics = [
  { captions: ['Morning', 'Noon'], from: [4, 10], rise: [12, 18] },
  { captions: ['Cellar', 'Kitchen'], from: [8, 14], rise: [8, 14] },
] as const;

/** Two thermometers: the difference between them. The height of the column is nothing a text reader can see. */
export const gaugeThermometer = designOver('gauge', topics, ({ captions: [cold, warm], from, rise }, { random, look }) => {
  const low = random.whole(from[0], from[1], 2);
  const high = low + random.whole(rise[0], rise[1], 2);
  return sealDraft({
    question: `By how many degrees is the reading "${warm}" above the reading "${cold}"?`,
    drawings: [drawThermometer(low, cold, look), drawThermometer(high, warm, look)],
    seen: { low, high, top: 40 },
    derive: ({ low, high }, slip) => ({ gap: slip('gap', high - low) }),
    answer: ({ gap }) => `${gap} °C`,
    mistakes: {
      misread: { see: { high: high + 4 } },
      swapped: { see: { low: high, high: 2 * high - low - 2 } },
      slip: { slip: { gap: (gap) => gap + 10 } },
      lucky: { see: { low: low + 2, high: high + 2 } },
    },
    voices: [
      [
        { say: (v) => `Both scales go up to ${v.top} °C, with a line every 2 degrees.`, see: (v) => `The largest number on both thermometers is ${v.top}` },
        { say: (v) => `${cold}: the column ends at ${v.low} °C.`, see: (v) => `${cold} shows ${v.low} °C` },
        { say: (v) => `${warm}: the column ends at ${v.high} °C.`, see: (v) => `${warm} shows ${v.high} °C` },
        { say: (v) => `${v.high} − ${v.low} = ${v.gap}, so it is ${v.gap} degrees warmer.` },
      ],
      [
        { say: (v) => `The thermometer titled "${cold}" reads $${v.low}^\\circ$C.`, see: (v) => `thermometer "${cold}": ${v.low} °C` },
        { say: (v) => `The one titled "${warm}" reads $${v.high}^\\circ$C.`, see: (v) => `thermometer "${warm}": ${v.high} °C` },
        { say: (v) => `The difference is $${v.high} - ${v.low} = ${v.gap}$ degrees.` },
      ],
      [
        { say: (v) => `From the two pictures: ${v.low} °C (${cold}) and ${v.high} °C (${warm}).`, see: (v) => `${v.low} °C in the image "${cold}" and ${v.high} °C in the image "${warm}"` },
        { say: (v) => `We subtract the smaller from the larger reading: ${v.high} - ${v.low} = ${v.gap}.` },
        { say: (v) => `The answer is ${v.gap} °C.` },
      ],
    ],
  });
});
