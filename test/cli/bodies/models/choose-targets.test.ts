import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../../src/errors/index.js';
import { chooseTargets } from '../../../../src/cli/bodies/models/choose-targets.js';

const short = (options: Parameters<typeof chooseTargets>[0]): string[] => chooseTargets(options).map(({ spec, isPooling, jobs }) => `${spec}${isPooling ? ' pools' : ''}: ${jobs.join(' ')}`);

describe('chooseTargets', () => {
  it.each([
    [{ model: 'a', judge: 'per-step' }, ['a: describe audit judge']],
    [{ model: 'a', judge: 'pooling' }, ['a pools: judge']],
    [{ model: 'a', judgeModel: 'b', judge: 'pooling' }, ['a: describe audit', 'b pools: judge']],
    [{ model: 'a', describeModel: 'b', judge: 'batch' }, ['b: describe', 'a: audit judge']],
    [{ describeModel: 'a', auditModel: 'a', judgeModel: 'b', judge: 'critic' }, ['a: describe audit', 'b: judge']],
    [{ describeModel: 'a', judge: 'per-step' }, ['a: describe']],
  ])('checks each model of %j once, for what a verifier would ask of it', (options, expected) => {
    expect(short(options)).toEqual(expected);
  });

  it('wants a model', () => {
    expect(() => chooseTargets({ judge: 'per-step' })).toThrow(UsageError);
  });
});
