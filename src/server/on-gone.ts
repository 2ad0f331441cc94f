import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * What waits for each connection to end. One listener a connection: clients that pipeline have many answers to come on one. Lists, not sets:
 * the tables that a set leaves behind keep what it once held until a full garbage collection.
 */
const waiting = new WeakMap<Socket, (() => void)[]>();

/**
 * Calls back once: when the answer is out, or when its client is gone. Node tells that to the response which holds the connection alone;
 * those that wait behind it are told nothing when the connection ends. Returns a function that takes the callback off again.
 */
export function onGone(response: ServerResponse, socket: Socket, callback: () => void): () => void {
  const others = waiting.get(socket) ?? watch(socket);
  const leave = (): void => {
    response.off('close', call);
    const at = others.indexOf(call);
    if (at >= 0) others.splice(at, 1);
  };
  const call = (): void => {
    leave();
    callback();
  };
  if (socket.destroyed || response.destroyed) callback();
  else {
    response.once('close', call);
    others.push(call);
  }
  return leave;
}

function watch(socket: Socket): (() => void)[] {
  const callbacks: (() => void)[] = [];
  waiting.set(socket, callbacks);
  socket.once('close', () => { for (const one of callbacks.splice(0)) one(); });
  return callbacks;
}
