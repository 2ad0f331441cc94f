// 20 % of all requests fail, in 13 ways by turns: every step must be the server's true answer or say why not, and resuming must give the export of a run without faults. From the command line: `problems`, default 200; judge modes.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { reportFigures, type Figure } from '../shared/figure.js';
import type { Solution } from '../../src/schema/index.js';
import type { VerifierOptions } from '../../src/verifiers/verifier-options.js';
import { makeBenchFolder, type BenchFolder } from './bench-folder.js';
import { TruthCheck } from './check-truth.js';
import { forkServer, type ForkedServer } from './fork-server.js';
import { CANDIDATES, STEPS } from './load.js';
import { scoreLoad } from './score-load.js';

const SHARE = 0.2;
const MOST_RESUMES = 10;
const problems = Number(process.argv[2] ?? 200);
const judges = (process.argv[3]?.split(',') ?? ['batch', 'pooling', 'turns', 'per-step']) as NonNullable<VerifierOptions['judge']>[];

/** Scores the file, or resumes it, and holds what came out against the truth. */
async function score(folder: BenchFolder, server: ForkedServer, judge: NonNullable<VerifierOptions['judge']>, output: string): Promise<{ check: TruthCheck; bytes: string; seconds: number }> {
  const check = new TruthCheck(judge === 'batch');
  // The command keeps answers by default. A request that hangs would else take the ten minutes of the default.
  const verifier = { judge, timeout: 0.5, cache: path.join(folder.path, `cache-of-${output}`) };
  const { output: file, seconds } = await scoreLoad({ folder, baseUrl: server.baseUrl, verifier, output, onProblem: (scored) => check.add(scored) });
  return { check, bytes: readFileSync(file, 'utf8'), seconds };
}

async function measure(judge: NonNullable<VerifierOptions['judge']>, checklist: Solution['checklist']): Promise<Figure[]> {
  const folder = await makeBenchFolder({ problems, checklist });
  const server = await forkServer({ kind: 'vllm', latencyMs: 10 });
  const n = `${problems} problems x ${CANDIDATES} x ${STEPS}, ${checklist}`;
  const figures: Figure[] = [];
  try {
    const whole = await score(folder, server, judge, 'whole.jsonl');
    figures.push({ what: `without faults, ${judge}`, n, result: `${whole.check.scored} true, ${whole.check.unscored} unscored`, reach: 'all true', isReached: whole.check.isHonest(problems) && whole.check.unscored === 0 });
    for (const isHealed of [true, false]) {
      server.setFaults({ share: SHARE, seed: isHealed ? 1 : 2 });
      const output = isHealed ? 'healed.jsonl' : 'ill.jsonl';
      const before = await server.report();
      let last = await score(folder, server, judge, output);
      const { calls, faults } = await server.report();
      const count = (all: typeof faults): number => Object.values(all).reduce((sum, one) => sum + one, 0);
      const { check } = last;
      figures.push({
        what: `${count(faults) - count(before.faults)} faults in ${calls - before.calls} calls, ${judge}`, n,
        result: `${check.scored - check.invented} true, ${check.invented} not, ${check.unscored - check.silent} unscored with a reason, ${check.silent} without (${check.failures} failed stages, ${last.seconds.toFixed(0)} s)`,
        reach: 'none lost or invented', isReached: check.isHonest(problems),
      });
      for (const example of check.examples) console.log(`not true, ${judge}: ${example}`);
      if (isHealed) server.setFaults(null);
      let resumes = 0;
      do last = await score(folder, server, judge, output); while (++resumes < MOST_RESUMES && last.check.failures > 0);
      const isEqual = last.bytes === whole.bytes;
      figures.push({ what: `export after ${resumes} resume${resumes === 1 ? '' : 's'} with faults ${isHealed ? 'off' : 'on'}, ${judge}`, n: `${whole.bytes.length} bytes, nothing left out`, result: isEqual ? 'equal' : `differs, ${last.check.failures} stages still fail`, reach: 'equal to the run without faults', isReached: isEqual });
    }
  } finally {
    await server.close();
    if (figures.every(({ isReached }) => isReached)) folder.remove();
    else console.log(`kept for a look: ${folder.path}`);
  }
  return figures;
}

const figures: Figure[] = [];
for (const judge of judges) figures.push(...await measure(judge, 'declared'));
if (judges.includes('batch')) figures.push(...await measure('batch', 'undeclared'));
reportFigures(figures);
