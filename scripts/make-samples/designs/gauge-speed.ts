import { drawGauge } from '../drawing/draw-gauge.js';
import { designOver } from '../sample-design.js';
import { sealDraft } from '../seal-draft.js';

const topics = [
  { title: 'Speed of the tram', unit: 'km/h', top: 80, tick: 10, parts: 2, step: 5, low: 25, high: 55, limit: 70, what: 'faster may the tram still go before it reaches the limit of 70 km/h' },
  { title: 'Boiler pressure', unit: 'bar', top: 12, tick: 2, parts: 2, step: 1, low: 3, high: 7, limit: 10, what: 'higher may the pressure still rise before it reaches the limit of 10 bar' },
];

/** A dial with a needle: how far is it from the limit? The needle is nothing a text reader can see; the scale is. */
export const gaugeSpeed = designOver('gauge', topics, ({ title, unit, top, tick, parts, step, low, high, limit, what }, { random, look }) => {
  const value = random.whole(low, high, step);
  return sealDraft({
    question: `How many ${unit} ${what}?`,
    drawings: [drawGauge({ title, unit, top, tick, parts, value }, look)],
    seen: { value, top, mark: step },
    derive: ({ value }, slip) => ({ room: slip('room', limit - value) }),
    answer: ({ room }) => `${room} ${unit}`,
    mistakes: {
      misread: { see: { value: value + step } },
      slip: { slip: { room: (room) => room + tick } },
      swapped: { see: { mark: tick, value: value - step } },
      lucky: { see: { top: top + 2 * tick } },
    },
    voices: [
      [
        { say: (v) => `The scale runs from 0 to ${v.top} ${unit}.`, see: (v) => `The scale goes from 0 to ${v.top}` },
        { say: (v) => `One small division stands for ${v.mark} ${unit}, and the needle points to ${v.value} ${unit}.`, see: (v) => `The needle points to ${v.value} ${unit}; one small division is ${v.mark}` },
        { say: (v) => `What is left up to the limit: ${limit} − ${v.value} = ${v.room} ${unit}.` },
      ],
      [
        { say: (v) => `The largest number on the dial is ${v.top}, and each mark counts ${v.mark}.`, see: (v) => `${v.top} is the largest number printed on the dial, marks every ${v.mark}` },
        { say: (v) => `I read ${v.value} ${unit} at the tip of the needle.`, see: (v) => `needle at ${v.value} ${unit}` },
        { say: (v) => `$${limit} - ${v.value} = ${v.room}$` },
        { say: (v) => `So ${v.room} ${unit} are left.` },
      ],
      [
        { say: () => `The dial is labelled in ${unit}.`, see: () => `The unit printed on the dial is ${unit}` },
        { say: (v) => `Its scale ends at ${v.top} and every line adds ${v.mark}.`, see: (v) => `The last number of the scale is ${v.top}` },
        { say: (v) => `The pointer stands at ${v.value}.`, see: (v) => `The pointer stands at ${v.value}` },
        { say: (v) => `From ${v.value} to ${limit} it is ${limit} - ${v.value} = ${v.room}.` },
      ],
    ],
  });
});
