import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** What waits; emptied when it has been told, so that nothing behind it stays with the connection (docs/decisions/0007). */
interface Waiter {
  callback: (() => void) | null;
}

/** What waits for each connection to end. One listener a connection: clients that pipeline have many answers to come on one. */
const waiting = new WeakMap<Socket, Waiter[]>();

/**
 * Calls back once: when the answer is out, or when its client is gone. Node tells that to the response which holds the connection alone;
 * those that wait behind it are told nothing when the connection ends. Returns a function that takes the callback off again.
 */
export function onGone(response: ServerResponse, socket: Socket, callback: () => void): () => void {
  const waiter: Waiter = { callback };
  const others = waiting.get(socket) ?? watch(socket);
  const call = (): void => {
    const { callback: told } = waiter;
    leave();
    told?.();
  };
  const leave = (): void => {
    if (waiter.callback === null) return;
    waiter.callback = null;
    response.off('close', call);
    const at = others.indexOf(waiter);
    if (at >= 0) others.splice(at, 1);
  };
  if (socket.destroyed || response.destroyed) call();
  else {
    response.once('close', call);
    others.push(waiter);
  }
  return leave;
}

function watch(socket: Socket): Waiter[] {
  const waiters: Waiter[] = [];
  waiting.set(socket, waiters);
  socket.once('close', () => {
    for (const waiter of waiters.splice(0)) {
      const { callback } = waiter;
      waiter.callback = null;
      callback?.();
    }
  });
  return waiters;
}
