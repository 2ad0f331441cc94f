import type { FastifyReply } from 'fastify';
import { answerError } from './guards/error-answers.js';

/** How often a silent stream says that it is alive, in milliseconds: proxies close what says nothing. */
const HEARTBEAT_MS = 10_000;
/** A reader that is so many bytes behind is cut off, so that it cannot fill the memory. */
const MOST_BEHIND = 16 * 1024 ** 2;

export interface EventStream {
  send(event: string, data: unknown): void;
  /** Ends with an event `error`: the status is out already. */
  fail(error: unknown): void;
  end(): void;
}

/** Takes over a reply as server-sent events. */
export function openEventStream(reply: FastifyReply): EventStream {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
  raw.flushHeaders();
  const write = (text: string): void => {
    if (raw.destroyed || raw.writableEnded) return;
    if (raw.writableLength > MOST_BEHIND) raw.destroy();
    else raw.write(text);
  };
  const heartbeat = setInterval(() => write(': alive\n\n'), HEARTBEAT_MS);
  raw.on('close', () => clearInterval(heartbeat));
  const send = (event: string, data: unknown): void => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  const end = (): void => {
    clearInterval(heartbeat);
    raw.end();
  };
  return {
    send,
    end,
    fail: (error) => {
      const { status, type, message } = answerError(error);
      send('error', { status, type, message });
      end();
    },
  };
}
