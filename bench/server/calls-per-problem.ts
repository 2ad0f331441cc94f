// Calls per problem in every judge mode, and the share of prompt tokens that the server's prefix cache had: `problems` from the command line, default 200.
import { reportFigures, type Figure } from '../shared/figure.js';
import type { VerifierOptions } from '../../src/verifiers/verifier-options.js';
import type { Solution } from '../../src/schema/index.js';
import { makeBenchFolder } from './bench-folder.js';
import { forkServer } from './fork-server.js';
import { CANDIDATES, STEPS } from './load.js';
import { scoreLoad } from './score-load.js';

interface Case { checklist: Solution['checklist']; verifier: VerifierOptions; most: number; leastCached?: number }

const cases: Case[] = [
  { checklist: 'declared', verifier: { judge: 'batch' }, most: 17 },
  { checklist: 'declared', verifier: { judge: 'pooling' }, most: 17 },
  { checklist: 'declared', verifier: { judge: 'turns' }, most: 17 },
  { checklist: 'declared', verifier: { judge: 'per-step' }, most: 81, leastCached: 0.85 },
  { checklist: 'undeclared', verifier: { judge: 'batch' }, most: 25 },
  { checklist: 'undeclared', verifier: { judge: 'pooling' }, most: 25 },
  { checklist: 'undeclared', verifier: { judge: 'turns' }, most: 25 },
  { checklist: 'undeclared', verifier: { judge: 'batch', extraction: 'combined' }, most: 17 },
];
const problems = Number(process.argv[2] ?? 200);

async function measure({ checklist, verifier, most, leastCached }: Case): Promise<Figure[]> {
  const folder = await makeBenchFolder({ problems, checklist });
  const server = await forkServer({ kind: 'vllm' });
  try {
    let unscored = 0;
    await scoreLoad({ folder, baseUrl: server.baseUrl, verifier, onProblem: ({ candidates }) => { unscored += candidates.filter(({ verification }) => verification.score.status !== 'scored').length; } });
    const { calls, promptTokens, cachedTokens } = await server.report();
    const what = `${checklist === 'declared' ? 'declared checklists' : 'foreign solutions'}, ${verifier.judge}${verifier.extraction === 'combined' ? ', extract and audit in one' : ''}`;
    const n = `${problems} problems x ${CANDIDATES} x ${STEPS}`;
    if (unscored > 0) return [{ what, n, result: `${unscored} candidates unscored`, reach: 'all scored', isReached: false }];
    const share = cachedTokens / promptTokens;
    return [
      { what: `calls per problem: ${what}`, n, result: (calls / problems).toFixed(2), reach: `<= ${most}`, isReached: calls / problems <= most },
      ...(promptTokens === 0 ? [] : [{ what: `prompt tokens from the prefix cache: ${what}`, n: `${promptTokens} tokens`, result: `${(100 * share).toFixed(1)} %`, reach: leastCached === undefined ? '' : `>= ${100 * leastCached} %`, isReached: leastCached === undefined ? null : share >= leastCached }]),
    ];
  } finally {
    await server.close();
    folder.remove();
  }
}

const figures: Figure[] = [];
for (const one of cases) figures.push(...await measure(one));
reportFigures(figures);
