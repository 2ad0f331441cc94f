import { drawTable } from '../drawing/draw-table.js';
import { time } from '../format-numbers.js';
import { designOver } from '../sample-design.js';
import { sealDraft } from '../seal-draft.js';

const topics = [
  { title: 'Coast Line, weekdays', stops: ['Ashford', 'Millbridge', 'Fairview', 'Port Ellis'], trips: ['Bus 1', 'Bus 2', 'Bus 3'], first: 475, legs: [14, 23, 31], noun: 'bus', finish: 'stripes' as const },
  { title: 'Lake Ferry', stops: ['Pier North', 'Castle Island', 'Old Harbour', 'Pier South'], trips: ['Ferry A', 'Ferry B', 'Ferry C'], first: 585, legs: [25, 18, 32], noun: 'ferry', finish: 'grid' as const },
];

/** A timetable: how long does one trip take between two stops? */
export const tableTimetable = designOver('timetable', topics, ({ title, stops, trips, first, legs, noun, finish }, { random, look }) => {
  const starts = trips.map((_, trip) => first + trip * random.whole(75, 95, 5));
  const at = (trip: number, stop: number): number => (starts[trip] ?? 0) + legs.slice(0, stop).reduce((sum, leg) => sum + leg + 1, 0);
  const [trip, from, to] = [random.whole(0, 1), random.whole(0, 1), 3];
  const name = trips[trip] ?? '';
  return sealDraft({
    question: `How many minutes does the trip of ${name} from ${stops[from]} to ${stops[to]} take?`,
    drawings: [drawTable({ title, headers: ['Stop', ...trips], rows: stops.map((stop, row) => [stop, ...trips.map((_, column) => time(at(column, row)))]), finish }, look)],
    seen: { leave: at(trip, from), arrive: at(trip, to) },
    derive: ({ leave, arrive }, slip) => ({ minutes: slip('minutes', arrive - leave) }),
    answer: ({ minutes }) => `${minutes} minutes`,
    mistakes: {
      misread: { see: { arrive: at(trip, to) + 10 } },
      swapped: { see: { arrive: at(trip + 1, to) } },
      slip: { slip: { minutes: (minutes) => minutes + 40 } },
      lucky: { see: { leave: at(trip + 1, from), arrive: at(trip + 1, to) } },
    },
    voices: [
      [
        { say: (v) => `${name} leaves ${stops[from]} at ${time(v.leave)}`, see: (v) => `The cell for ${stops[from]} in the column '${name}' shows ${time(v.leave)}` },
        { say: (v) => `It reaches ${stops[to]} at ${time(v.arrive)}`, see: (v) => `The cell for ${stops[to]} in the column '${name}' shows ${time(v.arrive)}` },
        { say: (v) => `From ${time(v.leave)} to ${time(v.arrive)} it is ${v.minutes} minutes.` },
      ],
      [
        { say: () => `I follow the column of ${name} downwards.` },
        { say: (v) => `${stops[from]}: ${time(v.leave)}; ${stops[to]}: ${time(v.arrive)}`, see: (v) => `${name}: ${stops[from]} ${time(v.leave)}, ${stops[to]} ${time(v.arrive)}` },
        { say: (v) => `Counted from midnight these are ${v.leave} and ${v.arrive} minutes, and ${v.arrive} − ${v.leave} = ${v.minutes}.` },
        { say: (v) => `The ${noun} takes ${v.minutes} minutes.` },
      ],
      [
        { say: (v) => `The arrival of ${name} at ${stops[to]} is printed as ${time(v.arrive)}`, see: (v) => `${stops[to]}, ${name}: ${time(v.arrive)}` },
        { say: (v) => `Its departure from ${stops[from]} is printed as ${time(v.leave)}`, see: (v) => `${stops[from]}, ${name}: ${time(v.leave)}` },
        { say: (v) => `In minutes after midnight: $${v.arrive} - ${v.leave} = ${v.minutes}$.` },
      ],
    ],
  });
});
