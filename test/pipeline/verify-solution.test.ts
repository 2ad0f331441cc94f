import { describe, expect, it } from 'vitest';
import { verifySolution } from '../../src/pipeline/verify-solution.js';
import type { Problem, Solution } from '../../src/schema/index.js';
import { fakeVerifier } from '../helpers/fake-verifier.js';

const problem: Problem = { id: 'p', question: 'How many?', images: [], answer: 'SECRET' };
const solution = (steps: [string, string | null][], checklist: Solution['checklist'] = 'declared'): Solution =>
  ({ steps: steps.map(([text, visualDependency]) => ({ text, visualDependency })), checklist });
const contradicted = { support: 0, conflict: 1, unknown: 0, severity: 'high' as const };

describe('verifySolution', () => {
  it('turns a right step on a contradicted premise to -1 and leaves the others', async () => {
    const verification = await verifySolution({
      verifier: fakeVerifier({ verdicts: { 'AB = 5': contradicted } }),
      problem, images: [],
      solution: solution([['AB is 5', 'AB = 5'], ['BC is 3', 'BC = 3'], ['so 8', null]]),
    });
    expect(verification.steps.map(({ raw }) => raw)).toEqual([1, 1, 1]);
    expect(verification.steps.map(({ gated }) => gated)).toEqual([-1, 1, 1]);
    expect(verification.rawScore.value).toBe(1);
    expect(verification.score.value).toBeCloseTo(2 / 3, 12);
  });

  it('shares one claim between the steps that use it', async () => {
    const verification = await verifySolution({
      verifier: fakeVerifier({ verdicts: { 'AB = 5': contradicted } }),
      problem, images: [],
      solution: solution([['a', 'AB = 5'], ['b', ' AB = 5 '], ['c', null]]),
    });
    expect(verification.checklist).toHaveLength(1);
    expect(verification.checklist[0]?.steps).toEqual([0, 1]);
    expect(verification.steps.map(({ gated }) => gated)).toEqual([-1, -1, 1]);
  });

  it('leaves raw and makes gated unscored on visual steps when describing failed', async () => {
    const verification = await verifySolution({
      verifier: fakeVerifier({ describe: () => { throw new Error('no such image'); } }),
      problem, images: [], solution: solution([['a', 'AB = 5'], ['b', null]]),
    });
    expect(verification.steps.map(({ raw, gated }) => [raw, gated])).toEqual([[1, null], [1, 1]]);
    expect(verification.steps[0]?.gateFailure).toContain('no such image');
    expect(verification.score.status).toBe('partial');
    expect(verification.failures).toEqual([{ stage: 'describe', reason: 'no such image' }]);
  });

  it('keeps a failed judge apart from a wrong step', async () => {
    const verifier = fakeVerifier({ judge: (text) => (text === 'bad' ? { status: 'unscored', reason: 'nonsense answer' } : { status: 'scored', probability: 1, source: 'builtin', findings: [] }) });
    const verification = await verifySolution({ verifier, problem, images: [], solution: solution([['bad', null], ['good', null]]) });
    expect(verification.steps[0]).toMatchObject({ raw: null, gated: null, judgment: { status: 'unscored', reason: 'nonsense answer' } });
    expect(verification.score.status).toBe('partial');
    expect(verification.failures).toEqual([{ stage: 'judge', reason: 'nonsense answer' }]);
  });

  it('marks all steps unscored when the judge throws', async () => {
    const verifier = fakeVerifier({ judge: () => { throw new Error('judge down'); } });
    const verification = await verifySolution({ verifier, problem, images: [], solution: solution([['a', null]]) });
    expect(verification.score).toMatchObject({ status: 'unscored', value: null });
    expect(verification.failures).toEqual([{ stage: 'judge', reason: 'judge down' }]);
  });

  it('gives a solution without steps no number', async () => {
    const verification = await verifySolution({ verifier: fakeVerifier(), problem, images: [], solution: solution([]) });
    expect(verification.score).toMatchObject({ status: 'unscored', value: null });
  });

  it('extracts premises only where nobody declared them, unless asked for both', async () => {
    const run = (checklist: Solution['checklist'], premises: 'declared' | 'extracted' | 'both') =>
      verifySolution({ verifier: fakeVerifier(), problem, images: [], premises, solution: solution([['I see AB = 5', null], ['x', 'BC = 3']], checklist) })
        .then(({ checklist: entries }) => entries.map(({ claim, origin }) => `${origin}: ${claim}`));
    expect(await run('declared', 'declared')).toEqual(['declared: BC = 3']);
    expect(await run('undeclared', 'declared')).toEqual(['declared: BC = 3', 'extracted: AB = 5']);
    expect(await run('declared', 'both')).toEqual(['declared: BC = 3', 'extracted: AB = 5']);
    expect(await run('declared', 'extracted')).toEqual(['extracted: AB = 5']);
  });

  it('never lets a deleted declaration raise a reward when premises are both', async () => {
    const verifier = fakeVerifier({ verdicts: { 'AB = 5': contradicted } });
    const declared = await verifySolution({ verifier, problem, images: [], premises: 'both', solution: solution([['I see AB = 5', 'AB = 5']]) });
    const deleted = await verifySolution({ verifier, problem, images: [], premises: 'both', solution: solution([['I see AB = 5', null]]) });
    expect(deleted.score.value).toBe(declared.score.value);
  });

  it('never shows the verifier the reference answer', async () => {
    const verifier = fakeVerifier();
    const seen: string[] = [];
    for (const method of ['doDescribeImages', 'doExtractChecklist', 'doAuditChecklist', 'doJudgeSteps'] as const) {
      const original = verifier[method].bind(verifier) as (call: never) => Promise<never>;
      Object.assign(verifier, { [method]: (call: never) => { seen.push(JSON.stringify(call)); return original(call); } });
    }
    await verifySolution({ verifier, problem, images: [], premises: 'both', solution: solution([['I see x', 'AB = 5']]) });
    expect(seen).toHaveLength(4);
    expect(seen.join()).not.toContain('SECRET');
  });

  it('stops on abort', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(verifySolution({ verifier: fakeVerifier(), problem, images: [], solution: solution([['a', null]]), signal: controller.signal }))
      .rejects.toThrow('Stopped');
  });
});

it('gates nothing when the checklist could not be made, since nobody knows which steps are visual', async () => {
  const verifier = fakeVerifier();
  verifier.doExtractChecklist = async () => { throw new Error('extractor down'); };
  const verification = await verifySolution({ verifier, problem, images: [], solution: solution([['a', null]], 'undeclared') });
  expect(verification.steps[0]).toMatchObject({ raw: 1, gated: null, gateFailure: 'extractor down' });
  expect(verification.score.status).toBe('unscored');
  expect(verification.rawScore.value).toBe(1);
});
