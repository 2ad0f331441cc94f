import type { PromptLibrary } from '../../prompts/prompt-library.js';
import type { ClaimVerdict, Solution } from '../../schema/index.js';
import type { Verifier } from '../verifier.js';
import { auditChecklist } from './audit-checklist.js';
import { describeImages } from './describe-images.js';
import { extractAndAudit, extractChecklist } from './extract-checklist.js';
import { createLeadGate } from './judge/lead-gate.js';
import { judgeBatch } from './judge/judge-batch.js';
import { judgeEachStep } from './judge/judge-each-step.js';
import { checkPromptForJob } from './prompt-jobs.js';
import { promptSets } from './prompt-sets.js';
import { promptedSettingsSchema, type PromptedSettings } from './prompted-settings.js';
import type { PromptedModels, Toolbox } from './toolbox.js';

export interface PromptedVerifierOptions {
  /** One model a job; a caller that has one model gives it three times. The verifier closes them. */
  models: PromptedModels;
  prompts: PromptLibrary;
  settings?: PromptedSettings;
}

/**
 * A verifier that asks chat models with the prompts of a library.
 * @throws PromptError when a prompt is not there or cannot do its job.
 */
export function createPromptedVerifier({ models, prompts: library, settings: given = {} }: PromptedVerifierOptions): Verifier {
  const { promptSet, prompts: named, extraction, ...judging } = promptedSettingsSchema.parse(given);
  const prompts = choosePrompts(library, promptSets[promptSet], named, judging.judge);
  const toolbox: Toolbox = { models, prompts, judging, afterLead: createLeadGate() };
  /** Verdicts that came with an extraction, until the audit of the same solution asks for them. */
  const audited = new WeakMap<Solution, Map<string, ClaimVerdict>>();

  return {
    id: nameVerifier(toolbox, extraction),
    descriptionDependsOnQuestion: Object.keys(prompts.describe.prompt.inputs).length > 0,
    blindSpots: 'What the models overlook or invent: descriptions, verdicts and judgments are their word.',
    doDescribeImages: (call) => describeImages(toolbox, call),
    async doExtractChecklist(call) {
      if (call.solution.steps.length === 0) return [];
      if (extraction === 'separate' || !call.description) return extractChecklist(toolbox, call);
      const { checklist, verdicts } = await extractAndAudit(toolbox, call);
      audited.set(call.solution, new Map(verdicts.map((verdict) => [verdict.claim, verdict])));
      return checklist;
    },
    async doAuditChecklist(call) {
      const known = call.solution === undefined ? undefined : audited.get(call.solution);
      const missing = call.claims.filter((claim) => !known?.has(claim));
      const audit = await auditChecklist(toolbox, { ...call, claims: missing });
      const made = new Map([...(known ?? []), ...audit.verdicts.map((verdict) => [verdict.claim, verdict] as const)]);
      return { ...audit, verdicts: call.claims.flatMap((claim) => made.get(claim) ?? []) };
    },
    async doJudgeSteps(call) {
      if (call.solution.steps.length === 0) return [];
      return judging.judge === 'batch' ? judgeBatch(toolbox, call) : judgeEachStep(toolbox, call);
    },
    async close() {
      await Promise.all([...new Set(Object.values(models))].map((model) => model.close()));
    },
  };
}

/** Takes the named prompts, else those of the set, and checks that each can do its job. */
function choosePrompts(library: PromptLibrary, set: (typeof promptSets)['default'], named: NonNullable<PromptedSettings['prompts']>, mode: Toolbox['judging']['judge']): Toolbox['prompts'] {
  const choose = (job: 'describe' | 'extract' | 'audit' | 'extractAndAudit'): Toolbox['prompts']['judge'] => {
    const prompt = library.get(named[job] ?? set[job]);
    checkPromptForJob(prompt, job);
    return prompt;
  };
  const judge = library.get(named.judge ?? set[mode]);
  checkPromptForJob(judge, mode);
  return { describe: choose('describe'), extract: choose('extract'), audit: choose('audit'), extractAndAudit: choose('extractAndAudit'), judge, reAsk: library.get('re-ask') };
}

/** Says which models and which prompt texts stand behind a score. */
function nameVerifier({ models, prompts, judging }: Toolbox, extraction: string): string {
  const jobs = [['describe', models.describe, prompts.describe], ['audit', models.audit, prompts.audit], ['judge', models.judge, prompts.judge]] as const;
  const said = jobs.map(([job, model, { ref, hash }]) => `${job} ${model.id} ${ref}#${hash.slice(0, 8)}`);
  const combined = extraction === 'combined' ? '; combined extraction' : '';
  return `prompted/1 (${said.join('; ')}; ${judging.judge}${judging.votes > 1 ? `, ${judging.votes} votes` : ''}${combined})`;
}
