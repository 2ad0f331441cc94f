import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { slowVerifier } from '../helpers/slow-verifier.js';
import { fakeVerifier } from '../helpers/fake-verifier.js';
import { startTestServer } from './start-test-server.js';

const slime = (response: string) => ({ prompt: 'What is 2 + 2?', response, label: null });
const native = (...responses: string[]) => ({ id: 'sum-1', responses });
const until = async (isTrue: () => boolean): Promise<void> => { for (let i = 0; i < 400 && !isTrue(); i++) await sleep(5); };

describe('failure is never a reward', () => {
  it('tries again within the deadline before it fails', async () => {
    let tries = 0;
    const verifier = fakeVerifier({ judge: () => (++tries < 3 ? { status: 'unscored', reason: 'not yet' } : { status: 'scored', probability: 1, source: 'builtin', findings: [] }) });
    const server = await startTestServer({ verifier, reward: { retries: 2 } });
    expect(await server.post('/slime', slime('a'))).toMatchObject({ status: 200, body: 1 });
    expect(tries).toBe(3);
  });

  it('answers 503 at its deadline, and at that of the client', async () => {
    const server = await startTestServer({ verifier: slowVerifier(5000), server: { deadlineMs: 80 } });
    expect(await server.post('/slime', slime('a'))).toMatchObject({ status: 503, body: { error: { type: 'deadline' } } });
    const patient = await startTestServer({ verifier: slowVerifier(5000) });
    expect((await patient.post('/slime', slime('a'), { headers: { 'x-request-timeout': '0.08' } })).status).toBe(503);
    expect((await patient.post('/v1/verify', { ...native('a'), options: { deadline_ms: 80 } })).status).toBe(503);
  });

  it('sheds with 429 and Retry-After when the line is full, but holds a rollout batch', async () => {
    const verifier = slowVerifier(150);
    const server = await startTestServer({ verifier, server: { concurrency: 1, queue: 1, rolloutBatch: 8 } });
    const first = server.post('/v1/steps', native('a', 'b'));
    await until(() => verifier.counts.begun > 0);
    const shed = await server.post('/v1/steps', native('c'));
    expect(shed.status).toBe(429);
    expect(Number(shed.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(shed.body).toMatchObject({ error: { type: 'queue-full' } });
    const held = await Promise.all(Array.from({ length: 8 }, (_, at) => server.post('/get_reward', { query: [`What is 2 + 2?r${at}`], prompts: ['What is 2 + 2?'], labels: [null] })));
    expect(held.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect((await first).status).toBe(200);
  });

  it('refuses further bodies, held or not, while those under way fill its memory, and takes them again when they are gone', async () => {
    const verifier = slowVerifier(150);
    const server = await startTestServer({ verifier, server: { maxHeldBytes: 2048 } });
    const large = (mark: string) => slime(mark.repeat(1500));
    const first = server.post('/slime', large('a'));
    await until(() => verifier.counts.begun > 0);
    const shed = await server.post('/slime', large('b'));
    expect(shed).toMatchObject({ status: 429, body: { error: { type: 'queue-full', message: expect.stringContaining('under way') } } });
    expect(shed.headers.get('retry-after')).toMatch(/^\d+$/);
    expect((await server.get('/health')).status).toBe(200);
    expect((await first).status).toBe(200);
    expect((await server.post('/slime', large('b'))).status).toBe(200);
    const gone = new AbortController();
    const leaving = server.post('/slime', large('c'), { signal: gone.signal }).catch(() => 'gone');
    await until(() => verifier.counts.begun > 2);
    gone.abort();
    expect(await leaving).toBe('gone');
    await until(() => verifier.counts.stopped > 0);
    expect((await server.post('/slime', large('d'))).status).toBe(200);
  });

  it('counts a body of unknown size by what came of it, and gives back what was counted for requests that never got an answer', async () => {
    const server = await startTestServer({ verifier: slowVerifier(100), server: { maxHeldBytes: 4096, maxBodyBytes: 3000, queue: 1000 } });
    const { port } = new URL(server.url);
    const body = JSON.stringify(slime('a'));
    const chunked = (method: string, path: string, text: string): string => `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`;
    const plain = `POST /slime HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
    for (let round = 0; round < 5; round++) {
      const socket = connect(Number(port), '127.0.0.1').on('error', () => undefined);
      socket.write(plain + chunked('POST', '/slime', body).repeat(5) + plain.repeat(5) + chunked('GET', '/health', '{}').repeat(5));
      await sleep(30);
      socket.destroy();
      await sleep(30);
    }
    const answers = await Promise.all(Array.from({ length: 8 }, (_, at) => new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(Number(port), '127.0.0.1').on('data', (part) => { text += String(part); if (text.includes('\r\n\r\n')) { resolve(text.slice(9, 12)); socket.destroy(); } });
      // One after another: each is counted whole until it has come.
      setTimeout(() => socket.write(chunked('POST', '/slime', JSON.stringify(slime(`b${at}`)))), 5 * at);
    })));
    expect(answers).toEqual(Array.from({ length: 8 }, () => '200'));
    expect(server.log.filter(({ status }) => status === 499).length).toBeGreaterThan(5);
  });

  it('lets equal requests share one flight', async () => {
    const verifier = slowVerifier(50);
    const server = await startTestServer({ verifier });
    const answers = await Promise.all(Array.from({ length: 5 }, () => server.post('/slime', slime('same'))));
    expect(answers.map(({ body }) => body)).toEqual([1, 1, 1, 1, 1]);
    expect(verifier.counts.begun).toBe(1);
  });

  it('stops the work of a client that hangs up, unless another waits for it', async () => {
    const verifier = slowVerifier(400);
    const server = await startTestServer({ verifier });
    const [gone, alsoGone] = [new AbortController(), new AbortController()];
    const ended = [server.post('/slime', slime('alone'), { signal: gone.signal }), server.post('/slime', slime('shared'), { signal: alsoGone.signal })].map((one) => one.catch(() => 'gone'));
    const stays = server.post('/slime', slime('shared'));
    await until(() => verifier.counts.begun === 2);
    gone.abort();
    alsoGone.abort();
    expect(await Promise.all(ended)).toEqual(['gone', 'gone']);
    await until(() => verifier.counts.stopped === 1);
    expect((await stays).status).toBe(200);
    expect(verifier.counts).toEqual({ begun: 2, stopped: 1 });
    await until(() => server.log.length === 3);
    expect(server.log.map(({ route, status }) => [route, status]).sort()).toEqual([['/slime', 200], ['/slime', 499], ['/slime', 499]]);
    expect(server.log.find(({ status }) => status === 200)?.['ms']).toBeGreaterThan(300);
    expect(await (await server.get('/metrics')).text()).toMatch(/prm_requests_total\{[^}]*status="499"[^}]*\} 2\n/);
  });

  it('stops the work of a reader that leaves a stream', async () => {
    const verifier = slowVerifier(2000);
    const server = await startTestServer({ verifier });
    const leave = new AbortController();
    const response = await server.get('/v1/verify', { method: 'POST', signal: leave.signal, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...native('a'), stream: true }) });
    expect(response.status).toBe(200);
    await until(() => verifier.counts.begun === 1);
    leave.abort();
    await until(() => verifier.counts.stopped === 1);
    expect(verifier.counts.stopped).toBe(1);
    await until(() => server.log.length > 0);
    await sleep(20);
    expect(server.log).toMatchObject([{ route: '/v1/verify', status: 499 }]);
  });

  it('refuses a stream by its status when the line is full', async () => {
    const server = await startTestServer({ server: { concurrency: 1, queue: 0 }, verifier: slowVerifier(300) });
    const busy = server.post('/v1/steps', native('a'));
    await sleep(50);
    const response = await server.get('/v1/verify', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...native('b'), stream: true }) });
    expect(response.status).toBe(429);
    await busy;
  });

  it('answers what is in flight before it closes, and ends what takes too long', async () => {
    const quick = await startTestServer({ verifier: slowVerifier(150), server: { drainMs: 5000 } });
    const answered = quick.post('/slime', slime('a'));
    await sleep(50);
    await quick.close();
    expect(await answered).toMatchObject({ status: 200, body: 1 });

    const slow = await startTestServer({ verifier: slowVerifier(30_000), server: { drainMs: 50 } });
    const cut = slow.post('/slime', slime('a')).then(({ status }) => status, () => 0);
    await sleep(50);
    const start = performance.now();
    await slow.close();
    expect(performance.now() - start).toBeLessThan(5000);
    expect([0, 503]).toContain(await cut);
  });
});

describe('bad bodies', () => {
  it.each([
    ['no JSON', '{', 'application/json', 400],
    ['half a UTF-8 sequence', Buffer.from([0x7b, 0x22, 0xe2, 0x82, 0x22, 0x3a, 0x31, 0x7d]), 'application/json', 400],
    ['deep nesting', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'application/json', 400],
    ['a polluted prototype', '{"__proto__":{"id":"x"},"prompt":"a","response":"b","label":1}', 'application/json', 400],
    ['a form', 'prompt=a', 'application/x-www-form-urlencoded', 415],
    ['plain text', '{"prompt":"a","response":"b","label":1}', 'text/plain', 415],
    ['another type that only begins alike', '{}', 'application/jsonx', 415],
    ['an empty body', '', 'application/json', 400],
    ['a list', '[]', 'application/json', 422],
    ['a missing field', '{"prompt":"a"}', 'application/json', 422],
    ['a huge text', JSON.stringify({ prompt: 'What is 2 + 2?', response: 'a'.repeat(500_001), label: null }), 'application/json', 413],
  ])('%s is refused', async (_name, body, type, status) => {
    const server = await startTestServer();
    const response = await server.get('/slime', { method: 'POST', headers: { 'content-type': type }, body });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { type: expect.any(String), message: expect.any(String) } });
  });

  it('too large a body is refused with 413, also without a length', async () => {
    const server = await startTestServer({ server: { maxBodyBytes: 2048 } });
    expect((await server.post('/slime', slime('a'.repeat(4000)))).status).toBe(413);
  });

  it('too many steps, responses or images are refused with 413', async () => {
    const server = await startTestServer({ server: { maxSteps: 3, maxResponses: 2, maxImages: 1 } });
    expect((await server.post('/slime', slime('a\n\nb\n\nc\n\nd'))).status).toBe(413);
    expect((await server.post('/v1/verify', native('a', 'b', 'c'))).status).toBe(413);
    expect((await server.post('/v1/verify', { question: 'q', images: ['data:,', 'data:,'], responses: ['a'] })).status).toBe(413);
    expect((await server.post('/v1/verify', { id: 'sum-1', responses: [{ steps: Array.from({ length: 4 }, () => ({ text: 'a' })) }] })).status).toBe(413);
  });

  it('labels that name nothing and ambiguous questions are refused with 422', async () => {
    const server = await startTestServer();
    expect(await server.post('/slime', { prompt: 'Nobody knows this', response: 'a', label: { id: 'nix' } })).toMatchObject({ status: 422, body: { error: { type: 'not-found', message: expect.stringContaining('nix') } } });
    expect(await server.post('/slime', { prompt: 'How many are there?', response: 'a', label: null })).toMatchObject({ status: 422, body: { error: { type: 'ambiguous', message: expect.stringContaining('twin-1') } } });
  });
});
