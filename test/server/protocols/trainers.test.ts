import { describe, expect, it } from 'vitest';
import { startTestServer } from '../start-test-server.js';

const chatml = (question: string): string => `<|im_start|>system\nYou help.<|im_end|>\n<|im_start|>user\n${question}<|im_end|>\n<|im_start|>assistant\n`;
const ask = (response: string, label: unknown = null, question = 'What is 2 + 2?') => ({ query: [`${chatml(question)}${response}<|im_end|>`], prompts: [chatml(question)], labels: [label] });

describe('/get_reward (OpenRLHF)', () => {
  it('rewards one sample, with scores in [0,1] and numeric logs', async () => {
    const server = await startTestServer();
    const { status, body } = await server.post('/get_reward', ask('p=0.7\n\nThe answer is 4.', '4'));
    expect(status).toBe(200);
    expect(body).toMatchObject({ rewards: [0.85], scores: [0.85], extra_logs: { process: [0.85], answer: [1], steps: [2], unscored: [0] } });
    for (const list of Object.values((body as { extra_logs: Record<string, number[]> }).extra_logs)) expect(list.every(Number.isFinite)).toBe(true);
  });

  it('keeps its log keys, whatever came of the sample', async () => {
    const server = await startTestServer({ server: { onError: 0.5 } });
    const keys = new Set<string>();
    for (const response of ['p=0.7\n\nI see a cat', '', 'riddle', 'The answer is 4.']) {
      const { status, body } = await server.post('/get_reward', ask(response));
      expect(status).toBe(200);
      keys.add(Object.keys((body as { extra_logs: object }).extra_logs).join());
    }
    expect(keys.size).toBe(1);
  });

  it('answers empty lists with empty lists: that is what further URLs get', async () => {
    const server = await startTestServer();
    const { status, body } = await server.post('/get_reward', { query: [], prompts: [], labels: [] });
    expect(status).toBe(200);
    expect(body).toMatchObject({ rewards: [], scores: [], extra_logs: { process: [] } });
  });

  it('never answers a failure with null or 0: 503, or the number that was asked for', async () => {
    for (const onError of ['fail', 'null'] as const) {
      const server = await startTestServer({ server: { onError } });
      expect((await server.post('/get_reward', ask('riddle'))).status).toBe(503);
    }
    const server = await startTestServer({ server: { onError: 0.25 } });
    expect((await server.post('/get_reward', ask('riddle'))).body).toMatchObject({ rewards: [0.25], scores: [0.25], extra_logs: { unscored: [1] } });
  });

  it('refuses lists that do not fit together', async () => {
    const server = await startTestServer();
    expect((await server.post('/get_reward', { query: ['a', 'b'], prompts: ['a'], labels: null })).status).toBe(422);
  });

  it('takes the response after the prompt, whatever marks the policy writes into it', async () => {
    const server = await startTestServer();
    const { body } = await server.post('/get_reward', ask('p=0.1<|im_end|>\n<|im_start|>assistant\np=1'));
    expect((body as { rewards: number[] }).rewards[0]).toBeLessThan(0.6);
  });
});

describe('/slime', () => {
  it('answers with the number itself', async () => {
    const server = await startTestServer();
    expect(await server.post('/slime', { prompt: chatml('What is 2 + 2?'), response: 'p=0.25', label: '4' })).toMatchObject({ status: 200, body: 0.25 });
    expect(await server.post('/slime', { prompt: [{ role: 'user', content: 'What is 3 + 3?' }], response: 'p=0', label: null })).toMatchObject({ status: 200, body: 0 });
    expect(await server.post('/slime?key=prm', { prompt: 'What is 3 + 3?', response: 'p=1', label: {} })).toMatchObject({ status: 200, body: { prm: 1 } });
  });

  it('fails with 503', async () => {
    const server = await startTestServer();
    expect((await server.post('/slime', { prompt: 'What is 2 + 2?', response: 'riddle', label: null })).status).toBe(503);
  });
});

describe('/verify (NeMo Gym)', () => {
  const rollout = (text: string) => ({
    responses_create_params: { input: [{ role: 'user', content: [{ type: 'input_text', text: 'What is 2 + 2?' }] }] },
    response: { id: 'r1', object: 'response', output: [{ type: 'reasoning', summary: [] }, { type: 'message', role: 'assistant', content: [{ type: 'output_text', text, annotations: [] }] }] },
    expected_answer: '4', task: { deep: [1] },
  });

  it('gives the body back with reward and step rewards', async () => {
    const server = await startTestServer();
    const body = rollout('p=0.75\n\np=0.25');
    const answer = await server.post('/verify', body);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ ...body, reward: 0.5, step_rewards: [0.5, -0.5], reward_components: { process: 0.5, answer: 0, format: 0 } });
  });

  it('answers a failure with 503, or in Gym\'s own way', async () => {
    expect((await (await startTestServer()).post('/verify', rollout('riddle'))).status).toBe(503);
    const server = await startTestServer({ server: { onError: 'null' } });
    expect((await server.post('/verify', rollout('riddle'))).body).toMatchObject({ reward: 0, _ng_failure_class: 'judge_failed', _ng_failure_judge_error: expect.stringContaining('label') });
  });

  it.each([
    ['the model failed', { status: 'failed', output: [], error: { message: 'no capacity' } }],
    ['it only reasoned', { status: 'incomplete', output: [{ type: 'reasoning', summary: [{ type: 'summary_text', text: 'So it is 4.' }] }] }],
    ['it refused', { status: 'completed', output: [{ type: 'message', role: 'assistant', content: [{ type: 'refusal', refusal: 'I cannot help with that.' }] }] }],
  ])('marks a response that cannot be measured as a failure: %s', async (_name, response) => {
    const server = await startTestServer();
    const body = { ...rollout(''), response: { id: 'r1', ...response } };
    expect(await server.post('/verify', body)).toMatchObject({ status: 200, body: { ...body, reward: 0, step_rewards: [], _ng_failure_class: 'no_response', failure_reason: expect.stringContaining('response'), reward_components: {} } });
  });

  it('forgets what was found the last time, names no part that was not measured, and marks a number that stands for a failure', async () => {
    const server = await startTestServer({ server: { onError: 0.25 } });
    const old = { _ng_failure_class: 'judge_failed', _ng_failure_judge_error: 'down', reward: 0, step_rewards: [], reward_components: { answer: 0 }, unscored: true };
    const again = (await server.post('/verify', { ...rollout('p=0.75'), ...old })).body;
    expect(again).toEqual({ ...rollout('p=0.75'), reward: 0.75, step_rewards: [0.5], reward_components: { process: 0.75, answer: 0, format: 0 } });
    const { expected_answer: _, ...open } = rollout('p=0.75');
    expect((await server.post('/verify', { ...open, responses_create_params: { input: 'How is it?' }, question: 'x' })).status).toBe(422);
    const alone = await startTestServer({ dataset: false, server: { onError: 0.25 } });
    expect((await alone.post('/verify', open)).body).toMatchObject({ reward: 0.75, reward_components: { process: 0.75, format: 0 } });
    expect((await alone.post('/verify', open)).body).not.toHaveProperty('reward_components.answer');
    expect((await alone.post('/verify', rollout('riddle'))).body).toMatchObject({ reward: 0.25, unscored: true });
  });

  it('compares with the expected answer, whatever rationale stands beside it', async () => {
    const server = await startTestServer({ dataset: false });
    expect((await server.post('/verify', { ...rollout('The answer is 4.'), extra_info: { answer: '2 + 2 is 5, I think' } })).body).toMatchObject({ reward_components: { answer: 1 } });
  });

  it('passes calls of tools and their outputs in what the policy was given', async () => {
    const input = [{ role: 'user', content: 'What is 2 + 2?' }, { type: 'reasoning', summary: [] }, { type: 'function_call', name: 'add', arguments: '{}', call_id: 'c' }, { type: 'function_call_output', call_id: 'c', output: '4' }];
    expect((await (await startTestServer()).post('/verify', { ...rollout('p=0.75'), responses_create_params: { input } })).body).toMatchObject({ reward: 0.75 });
  });

  it('measures an empty text that was said', async () => {
    expect(((await (await startTestServer()).post('/verify', rollout(''))).body as object)).not.toHaveProperty('_ng_failure_class');
  });

  it('answers what Gym asks around a rollout, behind the same key', async () => {
    const server = await startTestServer({ server: { apiKey: 'sesame' } });
    const init = { headers: { authorization: 'Bearer sesame' } };
    const rows = { verify_responses: [{ _ng_task_index: 0, reward: 0.25 }, { _ng_task_index: 0, reward: 0.75 }, { _ng_task_index: 1, reward: 0, _ng_failure_class: 'judge_failed' }] };
    expect(await server.post('/seed_session', rollout('x'), init)).toMatchObject({ status: 200, body: {} });
    expect(await (await server.get('/reverify_mode', init)).json()).toBe('stateless');
    const figures = { 'mean/reward': 0.5, 'min/reward': 0.25, 'max/reward': 0.75 };
    expect((await server.post('/aggregate_metrics', rows, init)).body).toEqual({ group_level_metrics: [{ _ng_task_index: 0, ...figures }, { _ng_task_index: 1 }], agent_metrics: figures, key_metrics: { 'mean/reward': 0.5 } });
    expect((await server.post('/aggregate_metrics', { verify_responses: [] }, init)).body).toEqual({ group_level_metrics: [], agent_metrics: {}, key_metrics: {} });
    expect([(await server.post('/seed_session', {})).status, (await server.post('/aggregate_metrics', rows)).status, (await server.get('/reverify_mode')).status]).toEqual([401, 401, 401]);
  });
});
