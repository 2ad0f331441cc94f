import { describe, expect, it } from 'vitest';
import { startTestServer } from '../server/start-test-server.js';
import { hasPython, runPython } from './run-python.js';

interface Told { value?: (number | null)[]; error?: string; isOrm: boolean }
const columns = (completions: string[], more: object = {}) => ({
  completions,
  messages: completions.map(() => [{ role: 'user', content: '<image>What is 2 + 2?' }]),
  images: completions.map(() => [{ bytes: null, path: 'not-sent.png' }]),
  solution: completions.map(() => '4'),
  ...more,
});

describe.skipIf(!hasPython)('the plugin for ms-swift (needs python3 >= 3.9)', () => {
  it('registers an AsyncORM and rewards by the last user message, or by an id column', async () => {
    const { url } = await startTestServer();
    const told = (await runPython('ms_swift.py', { columns: columns(['p=0.25', 'p=0.75']) }, { PRM_SERVER_URL: url })).result as Told;
    expect(told).toEqual({ value: [0.25, 0.75], isOrm: true });
    const byId = (await runPython('ms_swift.py', { columns: columns(['p=0.25', 'p=0.75'], { id: ['twin-1', 'twin-2'], messages: [[], []] }) }, { PRM_SERVER_URL: url })).result as Told;
    expect(byId.value).toEqual([0.25, 0.75]);
  });

  it('judges the answer by the column that holds it, not by a rationale beside it', async () => {
    const { url } = await startTestServer({ dataset: false, reward: { weights: { answer: 1, process: 0 } } });
    const rationale = 'She sold 48+24 clips.\n#### 72';
    const rewards = async (row: object) => {
      const given = { completions: ['The answer is 72.', 'The answer is 48.'], messages: Array.from({ length: 2 }, () => [{ role: 'user', content: 'How many?' }]), ...row };
      return ((await runPython('ms_swift.py', { columns: given }, { PRM_SERVER_URL: url })).result as Told).value;
    };
    expect(await rewards({ solution: ['72', '72'], answer: [rationale, rationale] })).toEqual([1, 0]);
    expect(await rewards({ answer: ['72', '72'], solution: [rationale, rationale] })).toEqual([1, 0]);
  });

  it('gives an unscored completion the mean of its problem, never of another one, and raises where there is none', async () => {
    const { url } = await startTestServer();
    const env = { PRM_SERVER_URL: url, PRM_DEADLINE: '1' };
    const told = (await runPython('ms_swift.py', { columns: columns(['p=0.2', 'A riddle.', 'p=0.9', 'p=0.4'], { id: ['sum-1', 'sum-1', 'sum-2', 'sum-1'] }) }, env)).result as Told;
    expect(told.value?.[1]).toBeCloseTo(0.3);
    const alone = (await runPython('ms_swift.py', { columns: columns(['A riddle.', 'p=0.9'], { id: ['sum-1', 'sum-2'] }) }, env)).result as Told;
    expect(alone).toMatchObject({ error: 'PrmUnscored' });
  });
});
