import type { JudgeMode } from './prompted-settings.js';

type PromptSet = Readonly<Record<'describe' | 'extract' | 'audit' | 'extractAndAudit' | JudgeMode, string>>;

const house: PromptSet = {
  describe: 'describe-long',
  extract: 'extract-checklist',
  audit: 'audit-claims',
  extractAndAudit: 'extract-and-audit',
  'per-step': 'judge-step-strict',
  turns: 'judge-turns',
  batch: 'judge-steps-strict',
  critic: 'judge-step-critic',
  pooling: 'judge-pooling',
};

/** The prompts of the jobs by default. The reference has no prompt for extraction, turns, criticism and pooling: ours stand in. */
export const promptSets: Readonly<Record<'default' | 'evpv', PromptSet>> = {
  default: house,
  evpv: {
    ...house,
    describe: 'evpv-describe-paragraph',
    audit: 'evpv-audit',
    'per-step': 'evpv-judge-step',
    batch: 'evpv-judge-steps',
  },
};
