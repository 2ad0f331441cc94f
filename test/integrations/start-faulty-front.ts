import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

/** What befalls a request: it passes, is answered with this status, is cut off before or in the middle of its answer, or is never answered. */
export type Fault = 'pass' | 'cut' | 'half' | 'silence' | { status: number; retryAfter?: string; body?: string };

const open: (() => void)[] = [];
afterEach(() => { for (const close of open.splice(0)) close(); });

/** A balancer with faults before a server. `requests` tells when each came, in milliseconds. */
export async function startFaultyFront(target: string, choose: (count: number, body: string) => Fault): Promise<{ url: string; requests: number[] }> {
  const requests: number[] = [];
  const server = createServer((request, response) => {
    void readAll(request).then((body) => {
      const fault = choose(requests.push(performance.now()), body);
      if (fault === 'cut') request.socket.destroy();
      else if (fault === 'half') response.writeHead(200, { 'content-length': '500' }).write('{"rewards":', () => request.socket.destroy());
      else if (fault === 'pass') pass(target, request, body, response);
      else if (fault !== 'silence') {
        response.writeHead(fault.status, fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter });
        response.end(fault.body ?? JSON.stringify({ error: { type: 'queue-full', message: 'come again' } }));
      }
    }, () => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => { server.closeAllConnections(); server.close(); });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

async function readAll(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part as string;
  return text;
}

function pass(target: string, { method, url, headers }: IncomingMessage, body: string, response: ServerResponse): void {
  const onward = forward(target + (url ?? ''), { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  onward.end(body);
}
