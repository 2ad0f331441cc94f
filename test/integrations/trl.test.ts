import { describe, expect, it } from 'vitest';
import type { LoggedReward } from '../../src/schema/index.js';
import { startTestServer } from '../server/start-test-server.js';
import { hasPython, runPython } from './run-python.js';

interface Told { value?: (number | null)[]; error?: string; message?: string; metrics: Record<string, number>; extras: Record<string, string[]>; name: string; isCoroutine: boolean }
const asked = { role: 'user', content: [{ type: 'image', image: 'in memory' }, { type: 'text', text: 'What is 2 + 2?' }] };
const columns = (completions: string[], more: object = {}) => ({
  prompts: completions.map(() => [{ role: 'system', content: 'Think.' }, asked]),
  completions: completions.map((content) => [{ role: 'assistant', content }]),
  images: completions.map(() => ['in memory']),
  ...more,
});

describe.skipIf(!hasPython)('the reward functions for TRL (needs python3 >= 3.9)', () => {
  it('rewards conversations by the question alone, and tells TRL what to log', async () => {
    const { url } = await startTestServer();
    const texts = Array.from({ length: 96 }, (_, at) => `It is 4. p=${at / 96}`);
    const told = (await runPython('trl.py', { columns: columns(texts), async: false }, { PRM_SERVER_URL: url })).result as Told;
    told.value?.forEach((reward, at) => expect(reward).toBeCloseTo(at / 96, 5));
    expect(told.value).toHaveLength(96);
    expect(told.metrics['prm/unscored']).toBe(0);
    expect(told.extras['prm_error']).toHaveLength(96);
    expect([told.name, told.isCoroutine]).toEqual(['prm_reward', true]);
  });

  it('tells the server the step of the training, for its reward log', async () => {
    const lines: LoggedReward[] = [];
    const rewardLog = { note: (line: LoggedReward) => { lines.push(line); }, dropped: 0, close: async () => undefined };
    const { url } = await startTestServer({ rewardLog });
    await runPython('trl.py', { columns: columns(['p=0.5']), async: false, step: 31 }, { PRM_SERVER_URL: url });
    await runPython('trl.py', { columns: columns(['p=0.5']), async: true }, { PRM_SERVER_URL: url });
    expect(lines.map(({ trainingStep }) => trainingStep)).toEqual([31, null, null]);
  });

  it('rewards plain texts by an id column, as coroutines beside others', async () => {
    const { url } = await startTestServer();
    const plain = { prompts: ['Look.', 'Look.'], completions: ['p=0.25', 'p=0.75'], id: ['sum-1', 'sum-2'], solution: ['4', '6'] };
    const told = (await runPython('trl.py', { columns: plain, async: true }, { PRM_SERVER_URL: url })).result as unknown as { value: number[][] };
    expect(told.value).toEqual([[0.25, 0.75], [0.25, 0.75]]);
  });

  it.each([
    ['ground_truth before answer', { ground_truth: '72', answer: 'She sold 48+24 = 72.\n#### 72' }],
    ['expected_answer before solution', { expected_answer: '72', solution: 'She sold 48+24 = 72.' }],
    ['answer before a whole solution', { answer: '72', solution: 'She sold 48+24, which is $\\boxed{72}$.' }],
    ['solution before a whole answer', { solution: '72', answer: 'She sold 48+24 = 72.\n#### 72' }],
  ])('judges the answer by the column that holds it: %s', async (_, row) => {
    const { url } = await startTestServer({ dataset: false });
    for (const isAsync of [false, true]) {
      const given = { prompts: ['How many?', 'How many?'], completions: ['The answer is 72.', 'The answer is 48.'], index: [0, 1], ...Object.fromEntries(Object.entries(row).map(([name, text]) => [name, [text, text]])) };
      const told = (await runPython('trl.py', { columns: given, async: isAsync }, { PRM_SERVER_URL: url })).result as Told;
      expect(told.metrics).toMatchObject({ 'prm/answer': 0.5, 'prm/answer_known': 1 });
    }
  });

  it('takes the turns of the assistant alone as what the policy wrote, not those of tools and users', async () => {
    const { url } = await startTestServer();
    const turns = (...between: object[]) => [{ role: 'assistant', content: 'I ask the tool, p=0.75.', tool_calls: [] }, ...between, { content: [{ type: 'text', text: 'So it is 4.' }] }];
    const given = {
      prompts: Array(3).fill('What is 2 + 2?'), id: Array(3).fill('sum-1'),
      completions: [turns(), turns({ role: 'tool', content: 'p=0.25\n\nStep 2: p=0' }, { role: 'user', content: 'A riddle.' }), [{ role: 'assistant', content: null, tool_calls: [{}] }, { role: 'tool', content: 'p=0.25' }]],
    };
    const told = (await runPython('trl.py', { columns: given, async: true }, { PRM_SERVER_URL: url })).result as unknown as { value: number[][] };
    expect(told.value[0]).toEqual([0.875, 0.875, 0]);
  });

  it('gives None for a sample that stays unscored, the mean of its group when told so, and raises when told that', async () => {
    const { url } = await startTestServer();
    const request = { columns: columns(['p=0.2', 'A riddle.', 'p=0.6']), async: false };
    const env = { PRM_SERVER_URL: url, PRM_DEADLINE: '1' };
    const none = (await runPython('trl.py', request, env)).result as Told;
    expect(none.value).toEqual([0.2, null, 0.6]);
    expect(none.metrics['prm/unscored']).toBeCloseTo(1 / 3);
    expect(none.extras['prm_error']?.[1]).toContain('no label');
    const mean = (await runPython('trl.py', request, { ...env, PRM_ON_UNSCORED: 'group-mean' })).result as Told;
    expect(mean.value?.[1]).toBeCloseTo(0.4);
    expect((await runPython('trl.py', request, { ...env, PRM_ON_UNSCORED: 'raise' })).result).toMatchObject({ error: 'PrmUnscored' });
    expect((await runPython('trl.py', request, { ...env, PRM_ON_UNSCORED: 'zero' })).result).toMatchObject({ error: 'PrmSetupError', message: expect.stringContaining('PRM_ON_UNSCORED') as string });
  });

  it('logs the same metrics, all finite, for a batch of which nothing is scored: TRL gathers them over its ranks by their names', async () => {
    const { url } = await startTestServer();
    const metricsOf = async (text: string) => ((await runPython('trl.py', { columns: columns([text, text]), async: true }, { PRM_SERVER_URL: url, PRM_DEADLINE: '1' })).result as Told).metrics;
    const [scored, unscored] = [await metricsOf('p=0.5'), await metricsOf('A riddle.')];
    expect(Object.keys(unscored).sort()).toEqual(Object.keys(scored).sort());
    expect(Object.entries(unscored).filter(([, value]) => value !== 0)).toEqual([['prm/unscored', 1]]);
  });

  it('is refused, not judged blindly, where the images stay here and the server has no dataset', async () => {
    const { url } = await startTestServer({ dataset: false });
    const told = (await runPython('trl.py', { columns: columns(['p=0.5']), async: false }, { PRM_SERVER_URL: url })).result as Told;
    expect(told).toMatchObject({ error: 'PrmSetupError', message: expect.stringContaining('--dataset') as string });
  });
});
