import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeVerifier } from '../helpers/fake-verifier.js';
import { tempFolder } from '../helpers/temp-folder.js';
import { tinyPng } from '../helpers/tiny-png.js';
import { startTestServer } from './start-test-server.js';

const slime = { prompt: 'What is 2 + 2?', response: 'p=1', label: null };
const withImage = (image: string) => ({ question: 'q', images: [image], responses: ['a'] });
const KEY = 'sesame-9f2c';

/** A request whose Host header is ours to choose, which fetch does not allow. */
function askAs(url: string, host: string): Promise<number> {
  return new Promise((resolve, reject) => request(url, { headers: { host } }, (response) => { response.resume(); resolve(response.statusCode ?? 0); }).on('error', reject).end());
}

describe('the door', () => {
  it.each(['0.0.0.0', '::', '192.168.1.5', 'example.org'])('is not opened at %s without a key', async (host) => {
    await expect(startTestServer({ server: { host } })).rejects.toThrow(/api-key-env/);
  });

  it.each([-3, 1.5, NaN])('is not opened with %s as the reward of a failure', async (onError) => {
    await expect(startTestServer({ server: { onError } })).rejects.toThrow(/onError.*\[0,1\]/);
  });

  it('needs the key for everything but /health and /ready', async () => {
    const server = await startTestServer({ server: { apiKey: KEY } });
    for (const path of ['/slime', '/get_reward', '/v1/verify', '/nix']) expect((await server.post(path, slime)).status).toBe(401);
    for (const path of ['/metrics', '/openapi.json', '/docs', '/docs/static/index.html', '/DOCS', '//docs']) expect([401, 404]).toContain((await server.get(path)).status);
    for (const path of ['/health', '/ready']) expect((await server.get(path)).status).toBe(200);
    expect((await server.post('/slime', slime, { headers: { authorization: `Bearer ${KEY}` } })).status).toBe(200);
  });

  it('tells which verifier it has, and why it is not ready, only to who has the key', async () => {
    const server = await startTestServer({ server: { apiKey: KEY }, verifier: fakeVerifier({ judge: () => ({ status: 'unscored', reason: 'no server at 10.1.2.3' }) }) });
    const ask = async (init?: RequestInit) => { const response = await server.get('/ready', init); return { status: response.status, body: await response.json() as unknown }; };
    expect(await ask()).toEqual({ status: 503, body: { status: 'not-ready', model: null, reason: null } });
    expect(await ask({ headers: { authorization: 'Bearer wrong' } })).toMatchObject({ status: 503, body: { status: 'not-ready', reason: null } });
    expect(await ask({ headers: { authorization: `Bearer ${KEY}` } })).toMatchObject({ status: 503, body: { model: 'fake/1', reason: expect.stringContaining('10.1.2.3') as string } });
  });

  it.each(['', 'Bearer', 'Bearer ', `Bearer ${KEY} `, `Bearer ${KEY.slice(0, -1)}`, `Bearer ${KEY}x`, `Basic ${KEY}`, KEY, `Bearer ${KEY.toUpperCase()}`])('is not opened by the authorization "%s"', async (authorization) => {
    const server = await startTestServer({ server: { apiKey: KEY } });
    const status = (await server.post('/slime', slime, { headers: { authorization } })).status;
    // White space at the end of a header is not part of it.
    expect(status).toBe(authorization.trim() === `Bearer ${KEY}` ? 200 : 401);
  });

  it('is closed to web pages that reach this machine under a name of their own', async () => {
    const server = await startTestServer();
    expect(await askAs(`${server.url}/health`, 'rebound.example.org')).toBe(403);
    expect(await askAs(`${server.url}/health`, 'localhost:8080')).toBe(200);
  });
});

describe('images', () => {
  function project(): { root: string; outside: string } {
    const folder = tempFolder();
    const [root, outside] = [path.join(folder, 'images'), path.join(folder, 'secret.png')];
    mkdirSync(root);
    writeFileSync(outside, tinyPng(9));
    writeFileSync(path.join(root, 'inside.png'), tinyPng(1));
    writeFileSync(path.join(root, 'text.png'), 'this is no image');
    symlinkSync(outside, path.join(root, 'link.png'));
    return { root, outside };
  }

  it('opens files under the root, and nothing else', async () => {
    const { root, outside } = project();
    const server = await startTestServer({ images: root });
    expect((await server.post('/v1/verify', withImage('inside.png'))).status).toBe(200);
    for (const attack of ['../secret.png', outside, 'link.png', `file://${outside}`, 'a/../../secret.png', '..%2fsecret.png', '/etc/passwd', 'inside.png\0.png', 'file:///proc/self/environ', 'ftp://x/y.png', '.', 'missing.png', 'text.png']) {
      const { status, body } = await server.post('/v1/verify', withImage(attack));
      expect([attack, status]).toEqual([attack, 422]);
      expect(JSON.stringify(body)).toContain('image');
    }
  });

  it('tells of no path but that which the client named', async () => {
    const { root, outside } = project();
    const server = await startTestServer({ images: root });
    mkdirSync(path.join(root, 'folder.png'));
    for (const attack of ['../secret.png', 'link.png', 'missing.png', 'text.png', 'folder.png', 'inside.png/x.png', '/etc/passwd', 'file:///etc/passwd']) {
      const { status, body } = await server.post('/v1/verify', withImage(attack));
      const told = JSON.stringify(body);
      expect([attack, status, told.includes(attack), told.includes(path.dirname(root)), told.includes(path.basename(outside)) && !attack.includes('secret')]).toEqual([attack, 422, true, false, false]);
    }
  });

  it('opens no path without a root, and no web address unless it may', async () => {
    const server = await startTestServer();
    for (const attack of ['package.json', '/etc/passwd', 'http://127.0.0.1:1/x.png', 'https://example.org/x.png', 'HTTP://[::1]/']) expect((await server.post('/v1/verify', withImage(attack))).status).toBe(422);
  });

  it('fetches from no private address even when web addresses are allowed', async () => {
    const server = await startTestServer({ server: { allowImageUrls: true } });
    const port = new URL(server.url).port;
    for (const attack of [`http://127.0.0.1:${port}/metrics`, `http://localhost:${port}/metrics`, `http://2130706433:${port}/`, `http://0x7f.1:${port}/`, `http://[::1]:${port}/`, `http://[::ffff:127.0.0.1]:${port}/`, 'http://169.254.169.254/latest/meta-data', 'http://10.0.0.1/']) {
      expect(await server.post('/v1/verify', withImage(attack))).toMatchObject({ status: 422, body: { error: { type: 'image', message: expect.stringContaining('private network') } } });
    }
  });

  it('refuses pixel bombs by their header, and bytes beyond the limit', async () => {
    const server = await startTestServer({ server: { maxPixels: 10_000, maxImageBytes: 20_000 } });
    const url = (bytes: Uint8Array) => `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
    expect((await server.post('/v1/verify', withImage(url(tinyPng(1, 64))))).status).toBe(200);
    expect(await server.post('/v1/verify', withImage(url(tinyPng(1, 1000))))).toMatchObject({ status: 422, body: { error: { message: expect.stringContaining('pixels') } } });
    expect((await server.post('/v1/verify', withImage(url(new Uint8Array(30_000))))).status).toBe(422);
  });
});

describe('what others see', () => {
  it('logs no key, no text and no image', async () => {
    const server = await startTestServer({ server: { apiKey: KEY } });
    const image = Buffer.from(tinyPng(3)).toString('base64');
    await server.post('/v1/verify', { question: 'a secret question', images: [`data:image/png;base64,${image}`], responses: ['a secret answer'] }, { headers: { authorization: `Bearer ${KEY}` } });
    await server.post('/v1/verify?token=query-secret', 'a secret body', { headers: { authorization: 'Bearer wrong-key' } });
    const log = JSON.stringify(server.log);
    expect(server.log).toHaveLength(2);
    expect(server.log[0]).toMatchObject({ method: 'POST', route: '/v1/verify', status: 200 });
    for (const secret of [KEY, 'wrong-key', 'secret', image.slice(0, 20)]) expect(log).not.toContain(secret);
  });

  it('answers a trainer that asks for pickle with 415', async () => {
    const server = await startTestServer();
    expect((await server.get('/slime', { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: Buffer.from('gASVAA==', 'base64') })).status).toBe(415);
  });
});

/** One request from an address of this machine's loopback network. */
function askFrom(url: string, localAddress: string, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => request(url, { localAddress, headers, agent: false }, (response) => { response.resume(); resolve(response.statusCode ?? 0); }).on('error', reject).end());
}

describe('one client', () => {
  it('does not become another one by a header, and leaves room for another one', async () => {
    const server = await startTestServer({ server: { rateLimit: 3 } });
    const spoofed = await Promise.all(Array.from({ length: 10 }, (_, at) => askFrom(`${server.url}/health`, '127.0.0.1', { 'x-forwarded-for': `10.0.0.${at}`, forwarded: `for=10.0.0.${at}`, 'x-real-ip': `10.0.0.${at}` })));
    expect(spoofed.filter((status) => status === 429).length).toBeGreaterThanOrEqual(5);
    expect(await askFrom(`${server.url}/health`, '127.0.0.2')).toBe(200);
  });

  it('gets so many requests a second and no more', async () => {
    const server = await startTestServer({ server: { rateLimit: 5 } });
    const answers = await Promise.all(Array.from({ length: 12 }, () => server.get('/health')));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(5);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  });
});
