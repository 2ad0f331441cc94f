// Images a second over the MATH-V images with all of them asked for at once: `workers threads` from the command line, default 2 1.
import { createOcrReader } from '../../src/verifiers/builtin/ocr/ocr-reader.js';
import { resolveImage } from '../../src/images/resolve-image.js';
import { readRecords, requireDataFolder } from './data-folder.js';

const [workers = 2, threads = 1] = process.argv.slice(2).map(Number);
const root = `${requireDataFolder()}/mathv`;
const images = readRecords<{ image: string }>(root, 'problems.jsonl').map(({ image }) => image);
const reader = createOcrReader({ workers, threads });
const start = performance.now();
const cpu = process.cpuUsage();
await Promise.all(images.map((image) => reader.read(resolveImage(image, { root }))));
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(cpu);
await reader.close();
console.table([{
  n: images.length, workers, threads, seconds: seconds.toFixed(1), 'images/s': (images.length / seconds).toFixed(2),
  'CPU s': ((user + system) / 1e6).toFixed(1), 'peak RSS MB': Math.round(process.resourceUsage().maxRSS / 1024),
}]);
