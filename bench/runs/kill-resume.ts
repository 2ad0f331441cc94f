// Kills `prm score` with SIGKILL at random moments, resumes it, and compares the export with that of a run left alone.
// usage: kill-resume.js [rounds = 50] [seed = 1] [limit = 8 problems]
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRandom } from '../shared/seeded-random.js';

const rounds = Number(process.argv[2] ?? 50);
const random = createRandom(Number(process.argv[3] ?? 1));
const limit = process.argv[4] ?? '8';

const folder = mkdtempSync(path.join(tmpdir(), 'prm-kill-'));
const argumentsFor = (output: string): string[] => ['dist/cli/main.js', 'score', 'data/samples/problems.jsonl', '-o', output, '--limit', limit, '--quiet'];
const sortedLines = (file: string): string => readFileSync(file, 'utf8').split('\n').sort().join('\n');

const whole = path.join(folder, 'whole.jsonl');
const start = performance.now();
spawnSync(process.execPath, argumentsFor(whole), { stdio: 'inherit' });
const wholeMs = performance.now() - start;
const expected = sortedLines(whole);

let equal = 0;
let killed = 0;
for (let round = 0; round < rounds; round++) {
  const output = path.join(folder, `round-${round}.jsonl`);
  const child = spawn(process.execPath, argumentsFor(output), { stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), random() * wholeMs);
  const signal = await new Promise<NodeJS.Signals | null>((resolve) => child.on('exit', (_, by) => resolve(by)));
  clearTimeout(timer);
  if (signal === 'SIGKILL') killed++;
  spawnSync(process.execPath, argumentsFor(output), { stdio: 'inherit' });
  if (sortedLines(output) === expected) equal++;
  else console.log(`round ${round}: the export differs`);
}
console.table([{ rounds, killed, 'export equal': equal, 'whole run ms': Math.round(wholeMs) }]);
rmSync(folder, { recursive: true, force: true });
process.exitCode = equal === rounds ? 0 : 1;
