import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { FaultSettings, ServerOrder, ServerReport, ServerSettings } from './server-settings.js';

export interface ForkedServer {
  baseUrl: string;
  report(): Promise<ServerReport>;
  setFaults(faults: FaultSettings | null): void;
  close(): Promise<void>;
}

/** Starts a simulated server in a process of its own, so that the client's work can be measured alone. */
export async function forkServer(settings: ServerSettings): Promise<ForkedServer> {
  const child = fork(path.join(import.meta.dirname, 'server-process.js'), [JSON.stringify(settings)]);
  const [baseUrl] = (await once(child, 'message')) as [string];
  const tell = (order: ServerOrder): void => void child.send(order);
  return {
    baseUrl,
    async report() {
      tell({ order: 'report' });
      return ((await once(child, 'message')) as [ServerReport])[0];
    },
    setFaults: (faults) => tell({ order: 'faults', faults }),
    async close() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
