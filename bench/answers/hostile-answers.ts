// Time of one comparison of hostile answers (10^6 braces, 9^9^9^9, 1 MB of digits, …): each with itself changed at the end, with 5, and as one of 26 options; milliseconds of CPU time, median of five.
import { compareAnswers } from '../../src/answers/compare-answers.js';
import { extractFinalAnswer } from '../../src/answers/extract/extract-final-answer.js';
import { normalizeAnswer } from '../../src/answers/normalize-answer.js';
import { hostileAnswers } from '../../test/answers/hostile-answers.js';

/** The bound of a comparison, in milliseconds. */
const BOUND = 50;
compareAnswers('1/2', '\\frac{2}{4}');
const rows = Object.entries(hostileAnswers).map(([name, answer]) => {
  const choices = Array.from({ length: 26 }, (_, i) => `${answer.slice(0, 190)}${i}`);
  return {
    name, characters: answer.length,
    'with its like': time(() => compareAnswers(answer, `${answer} 1`)),
    'cut to fit': time(() => compareAnswers(answer.slice(0, 990), `1 ${answer.slice(0, 990)}`)),
    'with 5': time(() => compareAnswers('5', answer)),
    'among options': time(() => compareAnswers(answer, answer.slice(0, 190), { choices: [...choices] })),
    'in a question': time(() => compareAnswers('A', '5', { question: `(A) ${answer} (B) ${answer}` })),
    extract: time(() => extractFinalAnswer(answer)),
    normalize: time(() => normalizeAnswer(answer)),
  };
});
console.table(rows);
const worst = Math.max(...rows.flatMap((row) => [row['with its like'], row['cut to fit'], row['with 5'], row['among options']]));
console.log(`worst comparison ${worst} ms of ${BOUND} ms, over ${rows.length} answers`);
if (worst > BOUND) process.exitCode = 1;

/** The median CPU time of five runs: other work on the machine does not count. */
function time(run: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.round((times.sort((a, b) => a - b)[2] ?? 0) * 100) / 100;
}
