// Plain numbers of image facts read on the diagrams of FormalGeo7k. `--list` prints every miss.
import { createOcrReader } from '../../src/verifiers/builtin/ocr/ocr-reader.js';
import { resolveImage } from '../../src/images/resolve-image.js';
import { findNumbers } from './count-numbers.js';
import { readRecords, requireDataFolder } from './data-folder.js';

interface DiagramRecord { problem_img: string; image_cdl: string[] }

const root = `${requireDataFolder()}/formalgeo7k`;
const reader = createOcrReader();
const count = { facts: 0, factsRead: 0, distinct: 0, distinctRead: 0, coefficients: 0, coefficientsRead: 0, numbers: 0, inNoFact: 0 };
for (const record of readRecords<DiagramRecord>(root, 'problems.jsonl')) {
  const { words } = await reader.read(resolveImage(`diagrams/${record.problem_img}`, { root }));
  const read = words.flatMap(({ text }) => findNumbers(text));
  const sides = record.image_cdl.flatMap((fact) => /^Equal\(.*,([^,]*)\)$/.exec(fact)?.[1] ?? []);
  const plain = sides.filter((side) => /^\d+(\.\d+)?$/.test(side));
  const coefficients = new Set(sides.filter((side) => !/^\d+(\.\d+)?$/.test(side)).flatMap(findNumbers));
  const missed = [...new Set(plain)].filter((number) => !read.includes(number));
  const known = new Set([...plain, ...coefficients]);
  const extra = read.filter((number) => !known.has(number));
  count.facts += plain.length;
  count.factsRead += plain.filter((number) => read.includes(number)).length;
  count.distinct += new Set(plain).size;
  count.distinctRead += new Set(plain).size - missed.length;
  count.coefficients += coefficients.size;
  count.coefficientsRead += [...coefficients].filter((number) => read.includes(number)).length;
  count.numbers += read.length;
  count.inNoFact += extra.length;
  if (process.argv.includes('--list') && missed.length + extra.length > 0) {
    console.log(`${record.problem_img} missed ${missed.join(' ')} | extra ${extra.join(' ')} | read ${words.map(({ text }) => text).join(' ')}`);
  }
}
await reader.close();
console.table([
  { what: 'plain facts', n: count.facts, read: count.factsRead, recall: (count.factsRead / count.facts).toFixed(4) },
  { what: 'distinct plain numbers an image', n: count.distinct, read: count.distinctRead, recall: (count.distinctRead / count.distinct).toFixed(4) },
  { what: 'distinct coefficients in expressions', n: count.coefficients, read: count.coefficientsRead, recall: (count.coefficientsRead / count.coefficients).toFixed(4) },
]);
console.log(`numbers read: ${count.numbers}, of them in no fact: ${count.inNoFact}`);
