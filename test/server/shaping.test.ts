import { describe, expect, it } from 'vitest';
import { startTestServer } from './start-test-server.js';

const responses = ['p=1.0', 'p=0.5', 'riddle'];
const query = { query: ['What is 2 + 2?p=1.0'], prompts: ['What is 2 + 2?'], labels: ['{"id":"sum-1"}'] };

describe('shaping on the server', () => {
  it('gives advantages to who sends a whole group, and nulls to its unscored members', async () => {
    const { post } = await startTestServer({ reward: { shaping: { groupAdvantage: 'rloo' } } });
    for (const route of ['/v1/verify', '/v1/steps']) {
      const { status, body } = await post(route, { id: 'sum-1', responses });
      expect(status).toBe(200);
      expect((body as { results: { advantage: number | null }[] }).results.map(({ advantage }) => advantage)).toEqual([0.5, -0.5, null]);
    }
  });

  it('puts potential-based rewards beside the steps', async () => {
    const { post } = await startTestServer({ reward: { shaping: { potentialGamma: 1 } } });
    const { body } = await post('/v1/steps', { id: 'sum-1', responses: ['p=1.0\n\np=0.2'] });
    expect((body as { results: { reward: number; steps: { shaped: number }[] }[] }).results[0]).toMatchObject({ reward: 0.6, steps: [{ shaped: 0.5 }, { shaped: -1 }] });
  });

  it.each([{ groupAdvantage: 'grpo' }, { potentialGamma: 0.9 }, { declarePenalty: 0.5 }] as const)('refuses %j where single texts come, in one clear line, and stays ready', async (shaping) => {
    const { post, get } = await startTestServer({ reward: { shaping } });
    for (const [route, body] of [['/get_reward', query], ['/slime', { prompt: 'What is 2 + 2?', response: 'p=1.0', label: null }], ['/v1/rerank', { query: 'What is 2 + 2?', documents: responses }]] as const) {
      const answer = await post(route, body);
      expect(answer).toMatchObject({ status: 422, body: { error: { type: 'shaping', message: expect.stringContaining('/v1/') } } });
    }
    expect(await post('/get_reward', { query: [], prompts: [], labels: [] })).toMatchObject({ status: 200, body: { rewards: [] } });
    expect((await get('/ready')).status).toBe(200);
  });

  it('weighs and clips the aggregate that a request names, as it does its own', async () => {
    const { post } = await startTestServer({ reward: { weights: { process: 1, answer: 1 }, shaping: { clipHigh: 0.7 } } });
    const ask = async (aggregate: string) => (await post('/v1/verify', { id: 'sum-1', responses: ['p=0.2\n\np=0.6. The answer is 4.', 'p=0.9. The answer is 5.'], options: { aggregate } })).body as { results: { reward: number; components: { process: { value: number; reason: string } }; shaping: object }[]; ranking: number[] };
    const least = await ask('min');
    expect(least.results.map(({ reward }) => reward)).toEqual([expect.closeTo((0.2 + 1) / 2, 9), expect.closeTo(0.45, 9)]);
    expect(least.results[0]?.components.process).toMatchObject({ value: expect.closeTo(0.2, 9), reason: 'min' });
    const last = await ask('last');
    expect(last.results[0]).toMatchObject({ reward: 0.7, shaping: { unshaped: expect.closeTo(0.8, 9), clip: expect.closeTo(-0.1, 9) } });
    expect(last.ranking).toEqual([0, 1]);
  });

  it('refuses an aggregate that depends on the number of steps where rewards must not', async () => {
    const { post } = await startTestServer({ reward: { shaping: { stepNeutral: true } } });
    const ask = (aggregate: string) => post('/v1/verify', { id: 'sum-1', responses: ['p=0.2\n\np=0.6'], options: { aggregate } });
    expect(await ask('min')).toMatchObject({ status: 422, body: { error: { type: 'shaping', message: expect.stringContaining('min') } } });
    expect((await ask('correctness-rate')).body).toMatchObject({ results: [{ reward: 0.5 }] });
  });

  it('shapes every protocol alike where no special caller is needed, and says what it did', async () => {
    const { post } = await startTestServer({ reward: { shaping: { clipLow: 0.3, clipHigh: 0.6 } } });
    expect((await post('/get_reward', query)).body).toMatchObject({ rewards: [0.6] });
    expect((await post('/v1/verify', { id: 'sum-1', responses: ['p=0.1'] })).body).toMatchObject({ results: [{ reward: 0.3, shaping: { unshaped: expect.closeTo(0.1, 9), clip: expect.closeTo(0.2, 9) } }] });
  });
});
