import { drawClock } from '../drawing/draw-clock.js';
import { time } from '../format-numbers.js';
import { designOver } from '../sample-design.js';
import { sealDraft } from '../seal-draft.js';

const topics = [
  { thing: 'film', captions: ['Start of the film', 'End of the film'], from: 14 * 60 },
  { thing: 'music lesson', captions: ['Lesson begins', 'Lesson ends'], from: 9 * 60 },
] as const;

/** Two clock faces: the minutes between them. The hands are nothing a text reader can see. */
export const clockElapsed = designOver('clock', topics, ({ thing, captions: [begin, finish], from }, { random, look }) => {
  const start = from + random.whole(5, 30, 5);
  const end = start + random.whole(65, 110, 5);
  const clock = (minutes: number): string => time(minutes).replace(/ .*/, '');
  return sealDraft({
    question: `The two clocks show when the ${thing} starts and when it ends, on the same ${from < 720 ? 'morning' : 'afternoon'}. How many minutes does it last?`,
    drawings: [drawClock(start, begin, look), drawClock(end, finish, look)],
    seen: { start, end },
    derive: ({ start, end }, slip) => ({ minutes: slip('minutes', end - start) }),
    answer: ({ minutes }) => `${minutes} minutes`,
    mistakes: {
      misread: { see: { end: end + 5 } },
      // The hour hand stands between two numbers; this reader takes the wrong one.
      swapped: { see: { end: end + 60 } },
      slip: { slip: { minutes: (minutes) => minutes - 10 } },
      lucky: { see: { start: start + 5, end: end + 5 } },
    },
    voices: [
      [
        { say: (v) => `The clock "${begin}" shows ${clock(v.start)}.`, see: (v) => `The first clock shows ${clock(v.start)}` },
        { say: (v) => `The clock "${finish}" shows ${clock(v.end)}.`, see: (v) => `The second clock shows ${clock(v.end)}` },
        { say: (v) => `The time from ${clock(v.start)} to ${clock(v.end)} is ${v.minutes} minutes.` },
      ],
      [
        { say: (v) => `In the first picture the hands stand at ${clock(v.start)}, which is ${v.start} minutes after midnight.`, see: (v) => `image 1: hands at ${clock(v.start)}` },
        { say: (v) => `In the second picture they stand at ${clock(v.end)}, that is ${v.end} minutes after midnight.`, see: (v) => `image 2: hands at ${clock(v.end)}` },
        { say: (v) => `$${v.end} - ${v.start} = ${v.minutes}$` },
        { say: (v) => `The ${thing} lasts ${v.minutes} minutes.` },
      ],
      [
        { say: () => `The long hand gives the minutes and the short hand the hours; both faces carry the numbers 1 to 12.`, see: () => 'The numbers 1 to 12 are printed on both clock faces' },
        { say: (v) => `It begins at ${clock(v.start)} and ends at ${clock(v.end)}.`, see: (v) => `${begin}: ${clock(v.start)}, ${finish}: ${clock(v.end)}` },
        { say: (v) => `In minutes of the day: ${v.end} − ${v.start} = ${v.minutes}.` },
      ],
    ],
  });
});
