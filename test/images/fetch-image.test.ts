import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchImage } from '../../src/images/fetch-image.js';
import { limitPixels } from '../../src/images/limit-pixels.js';
import { isPublicAddress } from '../../src/images/is-public-address.js';
import { tinyPng } from '../helpers/tiny-png.js';

const open: Server[] = [];
afterEach(async () => { for (const server of open.splice(0)) await new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }); });

async function serve(listener: RequestListener, host = '127.0.0.1'): Promise<number> {
  const server = createServer(listener);
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return (server.address() as AddressInfo).port;
}

/** Takes 127.0.0.1 for a public address, so that a test can play the internet; all else of this machine stays private. */
const isAllowed = (address: string): boolean => address === '127.0.0.1';

describe('fetchImage', () => {
  it('fetches once', async () => {
    let asked = 0;
    const port = await serve((_, response) => { asked++; response.end(tinyPng(5)); });
    const image = fetchImage(`http://pictures.example.org:${port}/a.png`, { isAllowed, resolve: async () => ['127.0.0.1'] });
    expect(Buffer.from(await image.bytes())).toEqual(Buffer.from(tinyPng(5)));
    await image.sha256();
    expect(asked).toBe(1);
  });

  it('ends a fetch when the last who waits for it gives up, and begins anew for who comes later', async () => {
    let gone = 0;
    let isSlow = true;
    const port = await serve((request, response) => {
      request.socket.on('close', () => { gone += Number(!response.writableFinished); });
      if (!isSlow) response.end(tinyPng(5));
    });
    const image = limitPixels(fetchImage(`http://127.0.0.1:${port}/a.png`, { isAllowed }), 1000);
    const [a, b] = [new AbortController(), new AbortController()];
    const waiting = [image.sha256(a.signal), image.sha256(b.signal)].map((one) => one.catch((error: Error) => error.name));
    await sleep(50);
    a.abort();
    await sleep(50);
    expect(gone).toBe(0);
    b.abort();
    expect(await Promise.all(waiting)).toEqual(['AbortedError', 'AbortedError']);
    isSlow = false;
    expect(await image.sha256()).toMatch(/^[0-9a-f]{64}$/);
    expect(gone).toBe(1);
  });

  it('keeps no failure, and tells one that passes from one that stays', async () => {
    let status = 503;
    const port = await serve((_, response) => response.writeHead(status).end(tinyPng(5)));
    const image = limitPixels(fetchImage(`http://127.0.0.1:${port}/a.png`, { isAllowed }), 1000);
    await expect(image.sha256()).rejects.toMatchObject({ isTransient: true });
    status = 404;
    await expect(image.sha256()).rejects.toMatchObject({ isTransient: false });
    status = 200;
    expect(await image.sha256()).toMatch(/^[0-9a-f]{64}$/);
  });

  it('follows redirects, but into no private network', async () => {
    let reached = 0;
    const inner = await serve((_, response) => { reached++; response.end('secret'); }, '127.0.0.2');
    const port = await serve((request, response) => {
      const target = request.url === '/ok' ? '/a.png' : request.url === '/in' ? `http://127.0.0.2:${inner}/` : request.url === '/file' ? 'file:///etc/passwd' : null;
      if (target === null) response.end(tinyPng(5));
      else response.writeHead(302, { location: target }).end();
    });
    expect((await fetchImage(`http://127.0.0.1:${port}/ok`, { isAllowed }).bytes()).length).toBeGreaterThan(0);
    await expect(fetchImage(`http://127.0.0.1:${port}/in`, { isAllowed }).bytes()).rejects.toThrow('private network');
    await expect(fetchImage(`http://127.0.0.1:${port}/file`, { isAllowed }).bytes()).rejects.toThrow('scheme');
    expect(reached).toBe(0);
  });

  it('connects to the address that was checked, whatever the name says next', async () => {
    let reached = 0;
    const port = await serve((_, response) => { reached++; response.end('secret'); }, '127.0.0.2');
    let asked = 0;
    const resolve = async (): Promise<string[]> => (++asked === 1 ? ['127.0.0.1'] : ['127.0.0.2']);
    await expect(fetchImage(`http://rebinding.example.org:${port}/`, { isAllowed, resolve }).bytes()).rejects.toThrow('could not be reached');
    expect([asked, reached]).toEqual([1, 0]);
    await expect(fetchImage(`http://mixed.example.org:${port}/`, { isAllowed, resolve: async () => ['127.0.0.1', '127.0.0.2'] }).bytes()).rejects.toThrow('private network');
  });

  it('ends endless redirects, endless bodies and endless silence', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/round') response.writeHead(302, { location: '/round' }).end();
      else if (request.url === '/flood') {
        const pour = (): void => { while (!response.destroyed && response.write(Buffer.alloc(65_536))); };
        response.on('drain', pour);
        pour();
      }
    });
    const fetchFrom = (path: string) => fetchImage(`http://127.0.0.1:${port}${path}`, { isAllowed, maxBytes: 200_000, timeoutMs: 300 }).bytes();
    await expect(fetchFrom('/round')).rejects.toThrow('redirects');
    await expect(fetchFrom('/flood')).rejects.toThrow('more than 200000 bytes');
    await expect(fetchFrom('/silence')).rejects.toMatchObject({ message: expect.stringContaining('longer than 300 ms'), isTransient: true });
  });
});

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '1.1.1.1', '2606:4700::1111', '::ffff:8.8.8.8'])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true));
  it.each([
    '127.0.0.1', '127.9.9.9', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.0.1', '169.254.169.254', '100.64.0.1', '192.0.2.1', '198.18.0.1', '224.0.0.1', '255.255.255.255',
    '::1', '::', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', '2001::1', 'example.org', '',
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false));
});
