// End to end: `prm score` over the MATH-V problems with the five CoT runs. Wall time, peak memory, share of steps checked.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { requireDataFolder } from '../ocr/data-folder.js';

const root = path.join(requireDataFolder(), 'mathv');
const folder = mkdtempSync(path.join(tmpdir(), 'prm-mathv-'));
const time = '/usr/bin/time';
const command = [process.execPath, 'dist/cli/main.js', 'score', path.join(root, 'problems.jsonl'), '--images', root, '--runs', 'CoT', '-o', path.join(folder, 'scored.jsonl'), '--json', '--quiet', ...process.argv.slice(2)];
const start = performance.now();
const hasTime = existsSync(time);
const { stdout, stderr, status } = spawnSync(hasTime ? time : command[0] as string, hasTime ? ['-v', ...command] : command.slice(1), { encoding: 'utf8', maxBuffer: 1 << 28 });
const seconds = (performance.now() - start) / 1000;
const peak = /Maximum resident set size \(kbytes\): (\d+)/.exec(stderr)?.[1];
const summary = JSON.parse(stdout) as { problems: number; candidates: number; coverage: { steps: number; checked: number; judged: number; premiseChecked: number }; claims: Record<string, number> };
const { coverage } = summary;
console.table([{
  exit: status, problems: summary.problems, candidates: summary.candidates, steps: coverage.steps, 'steps checked': `${(100 * coverage.checked / coverage.steps).toFixed(1)} %`,
  seconds: seconds.toFixed(1), 'peak RSS MB': peak === undefined ? 'not measured' : Math.round(Number(peak) / 1024),
}]);
console.log(`judged by arithmetic ${coverage.judged}, premise observable ${coverage.premiseChecked}; claims`, summary.claims);
console.log(`lines written: ${readFileSync(path.join(folder, 'scored.jsonl'), 'utf8').trim().split('\n').length}`);
rmSync(folder, { recursive: true, force: true });
