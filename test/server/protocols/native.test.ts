import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { fakeVerifier } from '../../helpers/fake-verifier.js';
import { startTestServer } from '../start-test-server.js';

interface Verified { results: { status: string; reward: number | null; error: { type: string } | null; steps: { charStart: number; charEnd: number; raw: number }[]; claims: unknown[] }[]; ranking: number[] }

describe('/v1/verify', () => {
  it('tells claims, verdicts, raw and gated steps, aggregates, ranking, usage and timings', async () => {
    const verifier = fakeVerifier({ verdicts: { 'a red car': { support: 0, conflict: 1, severity: 'high' } } });
    const server = await startTestServer({ verifier });
    const { status, body } = await server.post('/v1/verify', { id: 'sum-1', responses: ['I see a red car\n\nI see a road', { steps: [{ text: 'Just a sum', visual_dependency: null }], final_answer: '4' }] });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: 'sum-1', model: 'fake/1', config_hash: expect.stringMatching(/^[0-9a-f]{16}$/), description: { caption: '' }, ranking: [1, 0],
      usage: { calls: expect.any(Number), cached: 0 }, timings_ms: { describe: expect.any(Number), total: expect.any(Number) },
    });
    expect((body as Verified).results[0]).toMatchObject({
      index: 0, status: 'ok', error: null, reward: 0.5, reliability: 0,
      claims: [{ text: 'a red car', verdict: 'contradicted', score: 0, steps: [0] }, { text: 'a road', verdict: 'supported', score: 1, steps: [1] }],
      steps: [{ index: 0, visual: true, raw: 1, gated: -1, score_source: 'builtin', status: 'ok' }, { raw: 1, gated: 1 }],
      aggregates: { mean: 0.5, min: 0, last: 1 },
    });
  });

  it('has a status for each result, and another aggregate on request', async () => {
    const server = await startTestServer();
    const { status, body } = await server.post('/v1/verify', { id: 'sum-1', responses: ['riddle', 'p=0.2\n\np=0.4', 'p=0.2\n\nriddle'], options: { aggregate: 'min' } });
    expect(status).toBe(200);
    const { results, ranking } = body as Verified;
    expect(results.map((one) => [one.status, one.reward, one.error?.type])).toEqual([['failed', null, 'verifier'], ['ok', expect.closeTo(0.2, 10), undefined], ['partial', null, 'verifier']]);
    expect(ranking).toEqual([1]);
  });

  it('is a failure when nothing could be measured', async () => {
    const server = await startTestServer();
    expect(await server.post('/v1/verify', { id: 'sum-1', responses: ['riddle'] })).toMatchObject({ status: 503, body: { error: { type: 'verifier' } } });
  });

  it('streams each result when it is there, then the whole', async () => {
    const verifier = fakeVerifier();
    const slow = { ...verifier, doJudgeSteps: async (call: Parameters<typeof verifier.doJudgeSteps>[0]) => {
      if (call.solution.steps[0]?.text === 'slow') await sleep(60);
      return verifier.doJudgeSteps(call);
    } };
    const server = await startTestServer({ verifier: slow });
    const response = await server.get('/v1/verify', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id: 'sum-1', stream: true, responses: ['slow', 'quick'] }) });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const events = (await response.text()).trim().split('\n\n').map((event) => /^event: (\w+)\ndata: (.*)$/s.exec(event));
    expect(events.map((event) => event?.[1])).toEqual(['result', 'result', 'done']);
    expect(JSON.parse(events[0]?.[2] ?? '')).toMatchObject({ index: 1, reward: 1 });
    expect(JSON.parse(events[2]?.[2] ?? '')).toMatchObject({ id: 'sum-1', ranking: [0, 1] });
  });

  it('takes problems that come whole, with images in the request', async () => {
    const server = await startTestServer({ dataset: false });
    const { tinyPng } = await import('../../helpers/tiny-png.js');
    const image = `data:image/png;base64,${Buffer.from(tinyPng(7)).toString('base64')}`;
    expect((await server.post('/v1/verify', { question: 'Is it grey?', images: [image], responses: ['p=0.3'] })).body).toMatchObject({ id: 'request', results: [{ reward: 0.3 }] });
  });

  it('refuses unknown fields by name', async () => {
    const server = await startTestServer();
    expect(await server.post('/v1/verify', { id: 'sum-1', responses: ['a'], gate: 'none' })).toMatchObject({ status: 422, body: { error: { message: expect.stringContaining('gate') } } });
  });
});

describe('/v1/steps', () => {
  it('places each step in the exact response, in UTF-16 code units', async () => {
    const server = await startTestServer();
    const text = 'Step 1: 😀 p=0.25\r\n\r\nStep 2: naïve p=0.75 ';
    const { body } = await server.post('/v1/steps', { id: 'sum-1', responses: [text] });
    const steps = (body as Verified).results[0]?.steps ?? [];
    expect(steps.map(({ charStart, charEnd }) => text.slice(charStart, charEnd).trim())).toEqual(['Step 1: 😀 p=0.25', 'Step 2: naïve p=0.75']);
    expect(steps.map(({ raw }) => raw)).toEqual([-0.5, 0.5]);
  });
});

describe('a response of blank steps', () => {
  it('is worth as much as an empty one', async () => {
    const server = await startTestServer();
    const { body } = await server.post('/v1/verify', { id: 'sum-1', responses: ['', { steps: [{ text: ' ', visual_dependency: null }, { text: '\n', visual_dependency: null }] }] });
    expect((body as Verified).results).toMatchObject([{ status: 'ok', reward: 0, steps: [] }, { status: 'ok', reward: 0, steps: [{ raw: null, status: 'no-evidence' }, { raw: null }] }]);
  });
});

describe('the answer of a request', () => {
  it.each(['/v1/verify', '/v1/steps'])('%s compares with it where the problem of the dataset has none', async (route) => {
    const server = await startTestServer({ reward: { weights: { answer: 1, process: 0 } } });
    for (const named of [{ id: '4' }, { question: 'What is the square root of 16?' }]) {
      expect((await server.post(route, { ...named, answer: '4', responses: ['The answer is 4.', 'The answer is 5.'] })).body).toMatchObject({ results: [{ reward: 1 }, { reward: 0 }] });
    }
    expect(await server.post(route, { id: '4', responses: ['The answer is 4.'] })).toMatchObject({ status: 422, body: { error: { type: 'no-answer' } } });
    expect((await server.post(route, { id: 'sum-1', answer: '5', responses: ['The answer is 4.'] })).body).toMatchObject({ results: [{ reward: 1 }] });
  });
});

describe('operation', () => {
  it('says that it lives, that the verifier answers, and what it counted', async () => {
    const server = await startTestServer();
    expect(await (await server.get('/health')).json()).toEqual({ status: 'ok', version: '0' });
    expect((await server.get('/ready')).status).toBe(200);
    await server.post('/slime', { prompt: 'What is 2 + 2?', response: 'riddle' , label: null });
    await server.post('/slime', { prompt: 'What is 2 + 2?', response: 'p=1', label: null });
    await server.post('/slime', { prompt: 'What is 2 + 2?', response: 'p=1', label: null });
    const metrics = await (await server.get('/metrics')).text();
    for (const line of [
      'prm_requests_total{route="/slime",status="200"} 2', 'prm_requests_total{route="/slime",status="503"} 1', 'prm_rewards_total{status="scored"} 2',
      'prm_unscored_total{reason="verifier"} 1', 'prm_rewards_from_cache_total 1', 'prm_solutions_waiting 0', 'prm_tokens_total{kind="prompt"} 0',
    ]) expect(metrics).toContain(line);
  });

  it('is not ready while the verifier is dead', async () => {
    const server = await startTestServer({ verifier: fakeVerifier({ judge: () => ({ status: 'unscored', reason: 'no server at port 8000' }) }) });
    const response = await server.get('/ready');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ status: 'not-ready', reason: expect.stringContaining('port 8000') });
  });

  it('describes its routes, and has a page for people', async () => {
    const server = await startTestServer();
    const api = await (await server.get('/openapi.json')).json() as { openapi: string; paths: Record<string, unknown> };
    expect(api.openapi).toBe('3.1.0');
    for (const route of ['/v1/verify', '/v1/steps', '/get_reward', '/slime', '/verify', '/rerank', '/v1/rerank', '/v2/rerank', '/score', '/v1/score', '/pooling', '/classify', '/health', '/ready', '/metrics']) expect(api.paths).toHaveProperty([route]);
    expect(await (await server.get('/docs')).text()).toContain('Swagger');
  });
});
