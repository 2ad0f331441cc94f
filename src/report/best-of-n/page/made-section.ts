import type { RunManifest } from '../../../runs/index.js';
import { describeModels } from '../../describe-models.js';
import type { ReportBlock } from '../../page/report-section.js';
import type { BestOfNResult } from './best-of-n-result.js';

/** How the figures were made: the verifier, and all that the run folder tells of prompts, models, usage, cost, seed and data. */
export function madeBlocks({ report: { verifiers, scoring }, run }: BestOfNResult): ReportBlock[] {
  const facts: [string, string][] = [['verifier', verifiers.join(', ')], ['scored with', describeOptions({ ...scoring[0] })]];
  if (run === null) {
    return [{ kind: 'facts', facts }, { kind: 'text', text: 'There is no run folder beside the file: models, prompts, usage and cost are not known.' }];
  }
  const stale = verifiers.includes(run.settings.verifier) ? [] : [`The run folder beside the file names the verifier ${run.settings.verifier}: it may tell of other scores than these.`];
  return [{ kind: 'facts', facts: [...facts, ...describeRun(run)] }, ...(stale.length === 0 ? [] : [{ kind: 'notes', lines: stale } as const])];
}

function describeRun({ settings, sessions }: RunManifest): [string, string][] {
  const { scoring: _, images: __, ...options } = settings.options;
  const last = sessions.at(-1);
  const milliseconds = sessions.reduce((sum, { timings }) => sum + Object.values(timings).reduce((total, time) => total + time, 0), 0);
  return [
    ['run options', describeOptions(options)],
    ['data', settings.dataHash === null ? 'no file' : `hash ${settings.dataHash}`],
    ['seed', settings.seed === null ? 'none' : String(settings.seed)],
    ...Object.entries(settings.promptHashes).map(([id, hash]): [string, string] => [`prompt ${id}`, hash]),
    ...sessions.flatMap(({ models = [] }) => describeModels(models)).map((line): [string, string] => ['model', line.trim()]),
    ...[...new Set(sessions.flatMap(({ notes = [] }) => notes))].map((note): [string, string] => ['note', note]),
    ['started', last === undefined ? '-' : `${sessions[0]?.startedAt ?? last.startedAt}${sessions.length > 1 ? `, in ${sessions.length} sessions` : ''}${last.endedAt === null ? '; the last one did not end' : ''}`],
    ['time', milliseconds === 0 ? 'not noted' : `${(milliseconds / 1000).toFixed(1)} s`],
    ['packages', Object.entries(last?.packages ?? {}).map(([name, version]) => `${name} ${version}`).join(', ')],
  ];
}

function describeOptions(options: Record<string, unknown>): string {
  return Object.entries(options).map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`).join(', ');
}
