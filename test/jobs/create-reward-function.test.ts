import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { BackendError } from '../../src/errors/index.js';
import { createRewardFunction, type RewardFunctionOptions } from '../../src/jobs/create-reward-function.js';
import { createProblemIndex } from '../../src/jobs/reward/problem-index.js';
import { createMemoryImage } from '../../src/images/memory-image.js';
import type { Problem } from '../../src/schema/index.js';
import type { Verifier } from '../../src/verifiers/verifier.js';
import { fakeVerifier } from '../helpers/fake-verifier.js';
import { slowVerifier } from '../helpers/slow-verifier.js';
import { tinyPng } from '../helpers/tiny-png.js';

const problem: Problem = { id: 'p1', question: 'How many?', images: ['a.png'], answer: '42' };
const openImage = (ref: string) => createMemoryImage(tinyPng(1), ref);
const make = (verifier: Verifier, options: Partial<RewardFunctionOptions> = {}) => createRewardFunction({ verifier, openImage, ...options });
const say = (answer: string) => `Step 1: count.\n\nThe answer is ${answer}.`;

describe('createRewardFunction', () => {
  it('gives a number an item, in order, by the step scores alone unless weights say otherwise', async () => {
    const verifier = fakeVerifier({ judge: (text) => ({ status: 'scored', probability: text.includes('good') ? 0.75 : 0.25, source: 'builtin', findings: [] }) });
    expect(await make(verifier)([{ problem, solution: 'good' }, { problem, solution: 'bad' }])).toEqual([0.75, 0.25]);
  });

  it('weighs answer, format and process, and logs each with range and default', async () => {
    const reward = make(fakeVerifier({ judge: () => ({ status: 'scored', probability: 0.5, source: 'builtin', findings: [] }) }), { weights: { answer: 2, format: 1, process: 1 } });
    const [right, wrong] = await reward.detailed([{ problem, solution: say('42') }, { problem, solution: say('41') }]);
    expect(right?.reward).toBeCloseTo((2 + 1 + 0.5) / 4, 12);
    expect(wrong?.reward).toBeCloseTo((0 + 1 + 0.5) / 4, 12);
    expect(right?.components.answer).toMatchObject({ value: 1, weight: 2, defaultWeight: 0, range: [0, 1] });
    expect(right?.components.process).toMatchObject({ value: 0.5, weight: 1, defaultWeight: 1 });
  });

  it.each(['She sold 48/2 = 24 clips in May.\n48 + 24 = 72\n#### 72', 'So we get $\\boxed{72}$.', '<think>48 + 24</think><answer>72</answer>'])('compares with the answer that a reference %j marks', async (answer) => {
    const reward = make(fakeVerifier(), { weights: { answer: 1, process: 0 } });
    expect(await reward(['72', '24'].map((said) => ({ problem: { ...problem, answer }, solution: say(said) })))).toEqual([1, 0]);
  });

  it('places steps in the exact response', async () => {
    const text = 'Step 1: see.\n\nStep 2: count.';
    const [detail] = await make(fakeVerifier()).detailed([{ problem, solution: text }]);
    expect(detail?.steps.map(({ charStart = 0, charEnd = 0, reward }) => [text.slice(charStart, charEnd).trim(), reward])).toEqual([['Step 1: see.', 1], ['Step 2: count.', 1]]);
  });

  it('describes a problem once for its whole group, and equal solutions are verified once', async () => {
    const verifier = slowVerifier(5);
    let described = 0;
    const reward = make({ ...verifier, doDescribeImages: (call) => { described++; return verifier.doDescribeImages(call); } });
    await reward(Array.from({ length: 8 }, (_, at) => ({ problem, solution: `rollout ${at % 4}` })));
    expect(described).toBe(1);
    expect(verifier.counts.begun).toBe(4);
    const [again] = await reward.detailed([{ problem, solution: 'rollout 1' }]);
    expect(again?.isFromCache).toBe(true);
    expect(verifier.counts.begun).toBe(4);
  });

  it('gives null, never 0, when something could not be measured, after trying again', async () => {
    const verifier = fakeVerifier({ judge: () => ({ status: 'unscored', reason: 'the judge spoke in riddles' }) });
    const reward = make(verifier, { retries: 1 });
    expect(await reward([{ problem, solution: 'x' }])).toEqual([null]);
    expect(verifier.calls.judge).toBe(2);
    const [detail] = await reward.detailed([{ problem, solution: 'x' }]);
    expect(detail).toMatchObject({ reward: null, status: 'unscored', error: { kind: 'verifier' } });
    expect(detail?.error?.message).toContain('riddles');
  });

  it('does not keep failures', async () => {
    let fails = true;
    const verifier = fakeVerifier({ judge: () => (fails ? { status: 'unscored', reason: 'down' } : { status: 'scored', probability: 1, source: 'builtin', findings: [] }) });
    const reward = make(verifier, { retries: 0 });
    expect(await reward([{ problem, solution: 'x' }])).toEqual([null]);
    fails = false;
    expect(await reward([{ problem, solution: 'x' }])).toEqual([1]);
  });

  it.each([['null', null], [-1, -1]] as const)('puts what onError %s says in place of a failure', async (onError, expected) => {
    expect(await make(fakeVerifier({ judge: () => ({ status: 'unscored', reason: 'down' }) }), { retries: 0, onError })([{ problem, solution: 'x' }])).toEqual([expected]);
  });

  it('throws the reason with onError throw', async () => {
    await expect(make(fakeVerifier({ judge: () => ({ status: 'unscored', reason: 'down' }) }), { retries: 0, onError: 'throw' })([{ problem, solution: 'x' }])).rejects.toMatchObject({ kind: 'verifier' });
  });

  it('tells a wrong key and other errors that end a run as failures of the verifier', async () => {
    const verifier = { ...fakeVerifier(), doJudgeSteps: async () => { throw new BackendError('wrong key', { isRetryable: false, endsRun: true }); } };
    expect((await make(verifier).detailed([{ problem, solution: 'x' }]))[0]?.error).toEqual({ kind: 'verifier', message: 'wrong key' });
  });

  it('tells of an unforeseen error, and lets it cost one solution, not the batch', async () => {
    const told: unknown[] = [];
    const options = { openImage: (ref: string) => { if (ref === 'bad.png') throw new TypeError('not foreseen'); return openImage(ref); } };
    const batch = [{ problem, solution: 'x' }, { problem: { ...problem, images: ['bad.png'] }, solution: 'x' }];
    const details = await make(fakeVerifier(), { ...options, onDefect: (error) => told.push(error) }).detailed(batch);
    expect(details.map(({ reward }) => reward)).toEqual([1, null]);
    expect(details[1]?.error).toEqual({ kind: 'verifier', message: 'The reward function met an unforeseen error; the log says more.' });
    expect(told).toEqual([expect.objectContaining({ message: 'not foreseen' })]);
    expect((await make(fakeVerifier(), options).detailed(batch))[1]?.error?.message).toContain('not foreseen');
  });

  it('a check of the format that throws leaves that response unscored where the format counts', async () => {
    const checkFormat = ({ text }: { text: string | null }): number => { if (text === 'bad') throw new Error('no such form'); return 1; };
    const batch = [{ problem, solution: 'good' }, { problem, solution: 'bad' }];
    const counted = await make(fakeVerifier(), { checkFormat, weights: { format: 1 } }).detailed(batch);
    expect(counted.map(({ reward }) => reward)).toEqual([1, null]);
    expect(counted[1]?.error?.message).toContain('no such form');
    expect(await make(fakeVerifier(), { checkFormat })(batch)).toEqual([1, 1]);
  });

  it('keeps its deadline and stops the work', async () => {
    const verifier = slowVerifier(5000);
    const start = performance.now();
    const [detail] = await make(verifier, { deadlineMs: 50 }).detailed([{ problem, solution: 'x' }]);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(detail?.error?.kind).toBe('deadline');
    await sleep(5);
    expect(verifier.counts.stopped).toBe(1);
  });

  it('ends with the caller, but not what another caller waits for', async () => {
    const verifier = slowVerifier(60);
    const reward = make(verifier);
    const [first, second] = [new AbortController(), new AbortController()];
    const gone = reward([{ problem, solution: 'x' }], { signal: first.signal });
    const stays = reward([{ problem, solution: 'x' }], { signal: second.signal });
    await sleep(10);
    first.abort();
    await expect(gone).rejects.toMatchObject({ name: 'AbortedError' });
    expect(await stays).toEqual([1]);
    expect(verifier.counts.stopped).toBe(0);
  });

  it('verifies so many at once and refuses a call that would make the line too long', async () => {
    const verifier = slowVerifier(30);
    const reward = make(verifier, { concurrency: 2, queue: 2 });
    const batch = (from: number, count: number) => Array.from({ length: count }, (_, at) => ({ problem, solution: `s${from + at}` }));
    const first = reward(batch(0, 4));
    await sleep(10);
    expect(reward.readLoad()).toEqual({ running: 2, waiting: 2 });
    await expect(reward(batch(4, 1))).rejects.toMatchObject({ kind: 'queue-full' });
    expect(await first).toEqual([1, 1, 1, 1]);
    expect(await reward(batch(4, 1))).toEqual([1]);
  });

  it('finds problems by id or wording, and never guesses', async () => {
    const problems = createProblemIndex([problem, { ...problem, id: 'p2', question: 'Which one?' }, { ...problem, id: 'p3', question: 'which  ONE? ' }]);
    const details = await make(fakeVerifier(), { problems }).detailed([
      { id: 'p2', solution: 'x' }, { question: '<image> how many?\n', solution: 'x' }, { question: 'Which one?', solution: 'x' }, { id: 'p9', solution: 'x' },
    ]);
    expect(details.map(({ id, error }) => error?.kind ?? id)).toEqual(['p2', 'p1', 'ambiguous', 'not-found']);
  });

  it('gives an empty response 0: that is what the policy wrote', async () => {
    expect(await make(fakeVerifier())([{ problem, solution: '' }, { problem, solution: ' \n' }])).toEqual([0, 0]);
  });

  it('tells images that cannot be used from a verifier that fails', async () => {
    const reward = createRewardFunction({ verifier: fakeVerifier(), images: 'data/samples' });
    const details = await reward.detailed(['../../package.json', 'none.png', 'http://127.0.0.1/a.png'].map((ref) => ({ problem: { ...problem, images: [ref] }, solution: 'x' })));
    expect(details.map(({ error }) => error?.kind)).toEqual(['image', 'image', 'image']);
  });

  it('needs a reference where answers have a weight', async () => {
    const [detail] = await make(fakeVerifier(), { weights: { answer: 1 } }).detailed([{ problem: { id: 'q', question: 'q', images: [] }, solution: 'x' }]);
    expect(detail).toMatchObject({ reward: null, error: { kind: 'no-answer' } });
  });

  it('refuses calls that cannot be meant, in one line', async () => {
    const reward = make(fakeVerifier());
    for (const deadlineMs of [-5, 0, NaN, Infinity, 2 ** 31]) await expect(reward([{ problem, solution: 'x' }], { deadlineMs })).rejects.toThrow(/^Expected `deadlineMs`[^\n]*$/);
    await expect(reward([{ problem, solution: 'x' }, null as never])).rejects.toThrow(/^Expected items[^\n]*item 1 is null/);
  });

  it('refuses settings out of range in one line', () => {
    expect(() => make(fakeVerifier(), { weights: { process: 0 } })).toThrow(/weights.*at least one/i);
    expect(() => make(fakeVerifier(), { concurrency: 0 })).toThrow(/concurrency/);
  });
});
