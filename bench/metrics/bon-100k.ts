// `prm bon` over 100,000 problems x 8 candidates x 9 steps from a file of compact records: wall time, CPU time, peak memory.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeLines } from '../../src/datasets/index.js';
import { makeRecords } from './make-records.js';

const problems = Number(process.env['PRM_BENCH_PROBLEMS'] ?? 100_000);
const candidates = 8;

/** Prints what a process used, when it ends. */
const meter = 'data:text/javascript,' + encodeURIComponent(
  "process.on('exit', () => { const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage(); process.stderr.write('\\nUSED ' + JSON.stringify({ maxRSS, cpu: userCPUTime + systemCPUTime })); });");

const folder = mkdtempSync(path.join(tmpdir(), 'prm-bon-'));
const file = path.join(folder, 'scores.jsonl');
await writeLines(file, (function* () { for (const record of makeRecords(problems, { candidates, steps: 9 })) yield JSON.stringify(record); })());
const bytes = statSync(file).size / problems / candidates;

const rows = [];
for (const [name, options] of [['analytic intervals', []], ['bootstrap, 2,000 replicates', ['--bootstrap', '2000']]] as const) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', meter, 'dist/cli/main.js', 'bon', file, '--by', 'datasource', '--json', '--quiet', ...options], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const seconds = (performance.now() - start) / 1000;
  const used = JSON.parse(/USED (.*)$/u.exec(stderr)?.[1] ?? '{}') as { maxRSS: number; cpu: number };
  const report = JSON.parse(stdout) as { counts: { problems: number }; overall: { scorings: unknown[] } };
  rows.push({ run: name, exit: status, problems: report.counts.problems, ways: report.overall.scorings.length, 'bytes a candidate': Math.round(bytes), seconds: seconds.toFixed(1), 'CPU s': (used.cpu / 1e6).toFixed(1), 'peak RSS MB': Math.round(used.maxRSS / 1024) });
}
console.table(rows);
rmSync(folder, { recursive: true, force: true });
