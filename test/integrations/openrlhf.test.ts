import { describe, expect, it } from 'vitest';
import { startTestServer } from '../server/start-test-server.js';
import { hasPython, runPython } from './run-python.js';

const rollout = (p: number, label: unknown = { id: 'sum-1' }) => {
  const prompt = '<|im_start|>user\nWhat is 2 + 2?<|im_end|>\n<|im_start|>assistant\n';
  return { prompt, query: `${prompt}It is 4. p=${p}<|im_end|>`, label: typeof label === 'string' ? label : JSON.stringify(label) };
};
type Answer = { value: { rewards: number[]; scores: number[]; extra_logs: Record<string, number[]> } } | { error: string; message: string };

describe.skipIf(!hasPython)('the shim for OpenRLHF (needs python3 >= 3.9)', () => {
  it('gives every sample of 64 threads its own reward, with the same numeric keys', async () => {
    const { url } = await startTestServer();
    const samples = Array.from({ length: 200 }, (_, at) => rollout((at % 100) / 100));
    const answers = (await runPython('openrlhf.py', samples, { PRM_SERVER_URL: url })).result as { value: { rewards: number[]; scores: number[]; extra_logs: Record<string, number[]> } }[];
    answers.forEach(({ value }, at) => {
      expect(value.rewards[0]).toBeCloseTo((at % 100) / 100, 5);
      expect(value.scores[0]).toBeCloseTo((at % 100) / 100, 5);
      expect(Object.keys(value.extra_logs)).toEqual(Object.keys(answers[0]?.value.extra_logs ?? {}));
      expect(Object.values(value.extra_logs).every(([one, ...more]) => Number.isFinite(one) && more.length === 0)).toBe(true);
    });
    expect(answers[0]?.value.extra_logs['steps']).toEqual([1]);
  });

  it('raises what OpenRLHF logs when a sample stays unscored, and trains on a number only when told', async () => {
    const { url } = await startTestServer();
    const riddle = { ...rollout(1), query: `${rollout(1).prompt}A riddle.` };
    const env = { PRM_SERVER_URL: url, PRM_DEADLINE: '2' };
    const [answer] = (await runPython('openrlhf.py', [riddle], env)).result as Answer[];
    expect(answer).toMatchObject({ error: 'PrmUnscored', message: expect.stringContaining('the judge gave no label') as string });
    const [given] = (await runPython('openrlhf.py', [riddle], { ...env, PRM_ON_UNSCORED: '0.25' })).result as { value: { rewards: number[]; extra_logs: Record<string, number[]> } }[];
    expect(given?.value.rewards).toEqual([0.25]);
    expect(given?.value.extra_logs['unscored']).toEqual([1]);
  });

  it('stops at once for what waiting does not mend', async () => {
    const { url } = await startTestServer({ server: { apiKey: 'right' } });
    const run = await runPython('openrlhf.py', [rollout(1)], { PRM_SERVER_URL: url, PRM_API_KEY: 'wrong' });
    expect((run.result as Answer[])[0]).toMatchObject({ error: 'PrmSetupError', message: expect.stringContaining('PRM_API_KEY') as string });
    expect(run.seconds).toBeLessThan(20);
    const [unknown] = (await runPython('openrlhf.py', [rollout(1, { id: 'none' })], { PRM_SERVER_URL: url, PRM_API_KEY: 'right' })).result as Answer[];
    expect(unknown).toMatchObject({ error: 'PrmSetupError', message: expect.stringContaining('none') as string });
  });
});
