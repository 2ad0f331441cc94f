// Wall time an image over the MATH-V images, one at a time, models loaded; peak memory of the process.
import { createOcrReader } from '../../src/verifiers/builtin/ocr/ocr-reader.js';
import { resolveImage } from '../../src/images/resolve-image.js';
import { readRecords, requireDataFolder } from './data-folder.js';

const threads = Number(process.argv[2] ?? 2);
const root = `${requireDataFolder()}/mathv`;
const images = readRecords<{ image: string }>(root, 'problems.jsonl').map(({ image }) => image);
const reader = createOcrReader({ workers: 1, threads });
await reader.read(resolveImage(images[0] ?? '', { root }));
const times: { image: string; ms: number; cpu: number; words: number }[] = [];
for (const image of images) {
  const start = performance.now();
  const before = process.cpuUsage();
  const { words } = await reader.read(resolveImage(image, { root }));
  const { user, system } = process.cpuUsage(before);
  times.push({ image, ms: performance.now() - start, cpu: (user + system) / 1000, words: words.length });
}
await reader.close();
times.sort((a, b) => a.ms - b.ms);
const cpu = times.map((time) => time.cpu).sort((a, b) => a - b);
const at = (share: number): number => Math.round(times[Math.floor(share * (times.length - 1))]?.ms ?? NaN);
console.table([{
  n: times.length, threads, 'median ms': at(0.5), 'p90 ms': at(0.9), 'max ms': at(1),
  'median CPU ms': Math.round(cpu[Math.floor(cpu.length / 2)] ?? NaN), 'peak RSS MB': Math.round(process.resourceUsage().maxRSS / 1024),
}]);
if (process.argv.includes('--list')) console.table(times.slice(-12));
