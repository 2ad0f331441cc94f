import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { startTestServer } from '../server/start-test-server.js';
import { hasPython, runPython } from './run-python.js';

interface Told { sum: number; isFloat: boolean; info: Record<string, number>; placed: [string | null, number][] }
const hasTorch = hasPython && spawnSync('python3', ['-c', 'import torch']).status === 0;
const response = 'Step 1: we see π and 😀 here, p=0.9.\nStep 2: 𝒳 = 4 — p=0.2.\nStep 3: so it is 4. p=0.6';
const ends = ['p=0.9.', 'p=0.2.', 'p=0.6'];
const request = (more: object = {}) => ({ samples: [{ response, extra_info: { id: 'sum-1' } }], ...more });

describe.skipIf(!hasPython)('the step manager for verl (needs python3 >= 3.9)', () => {
  it('puts potential-based rewards on the tokens unscaled, beside the reward of the response, and refuses to give them alone', async () => {
    const { url } = await startTestServer({ reward: { shaping: { potentialGamma: 1 } } });
    const told = (await runPython('verl_steps.py', request({ kwargs: { outcome_weight: 1 } }), { PRM_SERVER_URL: url })).result as { value: Told[] };
    const rewards = (told.value[0] as Told).placed.map(([, reward]) => reward);
    expect(rewards.slice(0, 3)).toEqual([expect.closeTo(0.4, 5), expect.closeTo(-0.35, 5), expect.closeTo(-0.55, 5)]);
    expect(rewards.slice(0, 3).reduce((sum, reward) => sum + reward, 0)).toBeCloseTo(-0.5, 9);
    expect(rewards[3]).toBeCloseTo(1.7 / 3, 5);
    expect(JSON.stringify((await runPython('verl_steps.py', request(), { PRM_SERVER_URL: url })).result)).toContain('PRM_OUTCOME_WEIGHT');
  });

  it.each([['with offsets', true], ['by decoding prefixes', false]])('puts every step reward on the token that ends the step, %s', async (_, offsets) => {
    const { url } = await startTestServer();
    const told = (await runPython('verl_steps.py', request({ offsets, kwargs: { step_scale: 'sum' } }), { PRM_SERVER_URL: url })).result as { value: Told[] };
    const { placed, isFloat, info } = told.value[0] as Told;
    expect(placed.map(([, reward]) => Number(reward.toFixed(5)))).toEqual([0.8, -0.6, 0.2]);
    placed.forEach(([written], at) => {
      const end = response.indexOf(ends[at] as string) + (ends[at] as string).length;
      // Tokens of the test are at most three characters: the one that ends the step writes no more than two of the next.
      expect(written?.startsWith(response.slice(0, end))).toBe(true);
      expect(written?.length).toBeLessThanOrEqual(end + 2);
    });
    expect([isFloat, info['steps'], info['unscored']]).toEqual([true, 3, 0]);
  });

  it('takes samples as TensorDict too, and says what it cannot take', async () => {
    const { url } = await startTestServer();
    const [proto, dict] = await Promise.all([{}, { form: 'tensordict' }].map(async (more) => (await runPython('verl_steps.py', request(more), { PRM_SERVER_URL: url })).result as { value: Told[] }));
    expect(dict?.value[0]?.placed).toEqual(proto?.value[0]?.placed);
    expect((await runPython('verl_steps.py', request({ form: 'nested' }), { PRM_SERVER_URL: url })).result).toMatchObject({ error: 'PrmSetupError', message: expect.stringContaining('padded tensor') as string });
    expect((await runPython('verl_steps.py', request({ form: 'other' }), { PRM_SERVER_URL: url })).result).toMatchObject({ error: 'PrmSetupError', message: expect.stringContaining('another version of verl') as string });
  });

  it('gives more steps no more by default and no steps the least, and adds the outcome on the last token when told', async () => {
    const { url } = await startTestServer();
    const sums = async (kwargs: object, text: string) => {
      const told = (await runPython('verl_steps.py', request({ kwargs, samples: [{ response: text, extra_info: { id: 'sum-1' } }] }), { PRM_SERVER_URL: url })).result as { value: Told[] };
      return told.value[0] as Told;
    };
    const short = await sums({}, 'Step 1: p=0.9.');
    const long = await sums({}, 'Step 1: p=0.9.\nStep 2: p=0.9.\nStep 3: p=0.9.\nStep 4: p=0.9.');
    expect(long.placed).toHaveLength(4);
    expect(long.sum).toBeCloseTo(short.sum, 6);
    expect((await sums({}, '')).placed).toEqual([[null, -1]]);
    const both = await sums({ outcome_weight: 2 }, 'Step 1: p=0.9.');
    expect(both.placed.at(-1)).toEqual([null, expect.closeTo(1.8, 5)]);
  });

  it('judges the answer by the ground truth, not by the rationale that rows of GSM8K hold in extra_info.answer', async () => {
    const { url } = await startTestServer({ dataset: false, reward: { weights: { answer: 1, process: 0 } } });
    const row = { response: 'Step 1: 48 + 24 = 72.\nThe answer is 72.', ground_truth: '72' };
    const gsm8k = { question: 'How many clips did Natalia sell?', answer: 'She sold 48+24 = 72 clips.\n#### 72' };
    const samples = [{ ...row, extra_info: { ...gsm8k, index: 0 } }, { ...row, extra_info: gsm8k }, { ...row, ground_truth: '48', extra_info: { ...gsm8k, index: 0 } }];
    const told = (await runPython('verl_steps.py', { samples }, { PRM_SERVER_URL: url })).result as { value: Told[] };
    expect(told.value.map(({ info }) => info['score'])).toEqual([1, 1, 0]);
  });

  it('takes an index alone as the id where it has letters; a row number may be the id of another problem', async () => {
    const { url } = await startTestServer();
    const samples = [{ response: 'p=0.5', ground_truth: '4', extra_info: { index: 'sum-1' } }, { response: 'p=0.5', ground_truth: '6', extra_info: { index: 4, question: 'What is 3 + 3?' } }];
    const told = (await runPython('verl_steps.py', { samples }, { PRM_SERVER_URL: url })).result as { value: Told[] };
    expect(told.value.map(({ info }) => info['score'])).toEqual([0.5, 0.5]);
    // The dataset has a problem with the id 4.
    const numbered = await runPython('verl_steps.py', { samples: [{ response: 'p=0.5', ground_truth: '4', extra_info: { index: 4 } }] }, { PRM_SERVER_URL: url });
    expect(numbered.result).toMatchObject({ error: 'PrmSetupError', message: expect.stringContaining('two letters') as string });
  });

  it('raises for a sample that stays unscored or names no item', async () => {
    const { url } = await startTestServer();
    const riddle = await runPython('verl_steps.py', request({ samples: [{ response: 'A riddle.', extra_info: { id: 'sum-1' } }], kwargs: { deadline: 1 } }), { PRM_SERVER_URL: url });
    expect(riddle.result).toMatchObject({ error: 'PrmUnscored' });
    const nameless = await runPython('verl_steps.py', request({ samples: [{ response: 'p=1', ground_truth: '4' }] }), { PRM_SERVER_URL: url });
    expect(nameless.result).toMatchObject({ error: 'PrmSetupError', message: expect.stringContaining('extra_info') as string });
  });

  it.skipIf(!hasTorch)('fills the tensor of a batch in both forms of verl (needs torch)', async () => {
    const { url } = await startTestServer();
    const samples = [{ response, extra_info: { id: 'sum-1' } }, { response: 'p=0.5', extra_info: { id: 'sum-2' } }];
    const told = (await runPython('verl_steps.py', { samples, torch: true, width: 200 }, { PRM_SERVER_URL: url })).result as { value: [Told, Told, { tensor: number[][]; same: boolean }] };
    const [{ sum }, , { tensor, same }] = told.value;
    expect(same).toBe(true);
    expect(tensor[0]?.reduce((all, one) => all + one, 0)).toBeCloseTo(sum, 5);
    expect(tensor[0]?.filter((one) => one !== 0)).toHaveLength(3);
  });
});
