import { AbortedError } from '../../errors/index.js';
import type { ChatModel, GenerateResult } from '../chat-model.js';
import { makeCallKey } from '../make-call-key.js';
import { onAbort } from '../on-abort.js';

interface Flight {
  result: Promise<GenerateResult>;
  waiters: number;
  controller: AbortController;
}

/**
 * Lets equal calls that are in flight at the same time share one. A waiter that gives up leaves alone; the flight
 * itself ends when the last one has left.
 */
export function withSingleFlight(model: ChatModel): ChatModel {
  const flights = new Map<string, Flight>();
  return {
    id: model.id,
    async doGenerate(call) {
      const { signal } = call;
      const key = await makeCallKey(model.id, call);
      if (signal?.aborted) throw new AbortedError('Stopped.');
      const flight = flights.get(key) ?? begin(key);
      flight.waiters++;
      try {
        return await orAbort(flight.result, signal);
      } finally {
        flight.waiters--;
        if (flight.waiters === 0) {
          if (flights.get(key) === flight) flights.delete(key);
          flight.controller.abort();
        }
      }

      function begin(newKey: string): Flight {
        const controller = new AbortController();
        const result = model.doGenerate({ ...call, signal: controller.signal });
        // Whoever waits sees the error; when nobody waits any more it is of no interest.
        result.catch(() => undefined);
        const begun = { result, waiters: 0, controller };
        flights.set(newKey, begun);
        return begun;
      }
    },
    close: () => model.close(),
  };
}

/** The result, or AbortedError as soon as the signal fires. */
function orAbort<T>(result: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return result;
  return new Promise((resolve, reject) => {
    const leave = onAbort(signal, () => reject(new AbortedError('Stopped.')));
    result.then(resolve, reject).finally(leave);
  });
}
