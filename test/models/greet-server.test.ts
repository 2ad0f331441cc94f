import { afterEach, describe, expect, it } from 'vitest';
import { greetServer, type GreetedServer } from '../../src/models/greet-server.js';
import { startSimulatedServer, type SimulatedServer } from '../helpers/simulated-server/start-simulated-server.js';

const servers: SimulatedServer[] = [];
afterEach(async () => { await Promise.all(servers.splice(0).map((server) => server.close())); });

async function start(): Promise<string> {
  const server = await startSimulatedServer({ kind: 'vllm', truth: () => ({ text: '' }) });
  servers.push(server);
  return server.baseUrl;
}
const ask = ({ http }: GreetedServer, baseUrl: string): Promise<unknown> => http.send({ method: 'GET', url: `${baseUrl}/models`, timeoutMs: 5000 });

describe('greetServer', () => {
  it('finds the one model that is served, and leaves the connection open', async () => {
    const baseUrl = await start();
    const server = await greetServer({ baseUrl, name: null }, (greeted) => greeted);
    expect([server.name, server.served?.map(({ id }) => id)]).toEqual(['vlm', ['vlm']]);
    await expect(ask(server, baseUrl)).resolves.toMatchObject({ status: 200 });
    await server.http.close();
  });

  it('closes the connection when nothing can be made of it', async () => {
    const baseUrl = await start();
    let met: GreetedServer | undefined;
    await expect(greetServer({ baseUrl, name: null }, (greeted) => { met = greeted; throw new Error('Another kind of server.'); })).rejects.toThrow('Another kind of server.');
    await expect(ask(met as GreetedServer, baseUrl)).rejects.toThrow(/UND_ERR_DESTROYED/u);
  });

  it('makes nothing of a server without the named model', async () => {
    let isMet = false;
    await expect(greetServer({ baseUrl: await start(), name: 'another' }, () => { isMet = true; })).rejects.toThrow(/another/u);
    expect(isMet).toBe(false);
  });
});
