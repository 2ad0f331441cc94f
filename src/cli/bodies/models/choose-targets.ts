import { UsageError } from '../../../errors/index.js';

/** A model to check, with what a verifier of these options would ask of it. */
export interface Target {
  spec: string;
  isPooling: boolean;
  jobs: string[];
}

interface NamedModels {
  model?: string | undefined;
  describeModel?: string | undefined;
  auditModel?: string | undefined;
  judgeModel?: string | undefined;
  judge: string;
}

/** Every model that the options name, once. A pooling endpoint that no other job names is not asked to chat. @throws UsageError when there is none. */
export function chooseTargets({ model, describeModel, auditModel, judgeModel, judge }: NamedModels): Target[] {
  const judging = judgeModel ?? model;
  const pooling: Target[] = judge === 'pooling' && judging !== undefined ? [{ spec: judging, isPooling: true, jobs: ['judge'] }] : [];
  const chat = new Map<string, Target>();
  const add = (job: string, spec: string | undefined): void => {
    if (spec === undefined || (pooling[0]?.spec === spec)) return;
    const target = chat.get(spec) ?? { spec, isPooling: false, jobs: [] };
    target.jobs.push(job);
    chat.set(spec, target);
  };
  add('describe', describeModel ?? model);
  add('audit', auditModel ?? model);
  if (pooling.length === 0) add('judge', judging);
  const targets = [...chat.values(), ...pooling];
  if (targets.length === 0) throw new UsageError('Expected a model to check, got none. Name it: `--model http://host:port/v1#name`.');
  return targets;
}
