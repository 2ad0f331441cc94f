import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readDataset } from '../../datasets/index.js';
import { resolveImage } from '../../images/resolve-image.js';
import { scoreCandidates } from '../../jobs/score-candidates.js';
import { formatProblemTable } from '../../report/format-problem-table.js';
import { ScoreSummary } from '../../report/score-summary.js';
import { SelectionSummary } from '../../report/selection-summary.js';
import { EXIT } from '../exit-codes.js';
import { knownOptions } from '../known-options.js';
import { globalOptions, pickScoring, scoringOptions, verifierOptions } from '../option-schemas.js';
import { openVerifier } from '../open-verifier.js';
import { resolveOptions } from '../resolve-options.js';
import { showProgress } from '../show-progress.js';
import { print, terminalLook } from '../terminal.js';

const samples = fileURLToPath(new URL('../../../data/samples', import.meta.url));

const optionsSchema = z.object({ ...globalOptions, ...scoringOptions, ...verifierOptions, all: z.boolean().default(false) });

/** Scores the sample data and shows what the gate changes, problem by problem and in sum. */
export async function demo(argv: Record<string, unknown>, signal: AbortSignal): Promise<number> {
  const options = resolveOptions(optionsSchema, argv, knownOptions);
  const look = terminalLook();
  const { verifier } = await openVerifier(options, signal);
  const summary = new ScoreSummary();
  const selections = new SelectionSummary();
  const progress = showProgress('problems', options.quiet);
  const shownSources = new Set<string | undefined>();
  try {
    const { records } = await readDataset(`${samples}/problems.jsonl`);
    await print(`Sample problems, four candidate solutions each. Verifier: ${verifier.id}. ${verifier.blindSpots}\nRewards of each step from -1 (wrong) to +1 (right); a dot: nothing to check.\n\n`);
    const scoredProblems = scoreCandidates(records, { verifier, openImage: (ref) => resolveImage(ref, { root: samples }), scoring: pickScoring(options), signal });
    for await (const scored of scoredProblems) {
      summary.add(scored);
      selections.add(scored);
      const isFirstOfKind = !shownSources.has(scored.problem.source);
      shownSources.add(scored.problem.source);
      progress.hide();
      if (options.all || isFirstOfKind) await print(`${formatProblemTable(scored, look)}\n`);
      progress.tick();
    }
  } finally {
    progress.end();
    await verifier.close();
  }
  await print(`${options.all ? '' : 'Shown: the first problem of each kind (--all shows every one). Counted: all.\n'}${[...summary.describe(), '', ...selections.describe()].join('\n')}\n`);
  return summary.hasFailures ? EXIT.failures : EXIT.done;
}
