import { afterEach } from 'vitest';
import { createProblemIndex } from '../../src/jobs/reward/problem-index.js';
import type { Problem } from '../../src/schema/index.js';
import { createRewardServer, type RewardServer, type RewardServerSetup } from '../../src/server/create-reward-server.js';
import { fakeVerifier } from '../helpers/fake-verifier.js';

const open: RewardServer[] = [];
afterEach(async () => { for (const server of open.splice(0)) await server.close(); });

const problems: Problem[] = [
  { id: 'sum-1', question: 'What is 2 + 2?', images: [], answer: '4' },
  { id: 'sum-2', question: 'What is 3 + 3?', images: [], answer: '6' },
  { id: 'twin-1', question: 'How many are there?', images: [] },
  { id: 'twin-2', question: 'How many are there?', images: [] },
  { id: '4', question: 'What is the square root of 16?', images: [] },
];

/** Trusts a step by the probability that it names: `p=0.7`; "riddle" cannot be measured. */
const readingVerifier = () => fakeVerifier({
  judge: (text) => (text.includes('riddle')
    ? { status: 'unscored', reason: 'the judge gave no label' }
    : { status: 'scored', probability: Number(/p=([\d.]*\d)/.exec(text)?.[1] ?? 1), source: 'label-logprobs', findings: [] }),
});

export interface TestServer {
  url: string;
  log: Record<string, unknown>[];
  close(): Promise<void>;
  post(path: string, body: unknown, init?: RequestInit): Promise<{ status: number; headers: Headers; body: never }>;
  get(path: string, init?: RequestInit): Promise<Response>;
}

/** A reward server on a real socket; it is closed after the test. */
export async function startTestServer(setup: Partial<RewardServerSetup> & { dataset?: boolean } = {}): Promise<TestServer> {
  const log: Record<string, unknown>[] = [];
  const { dataset = true, server, reward, ...rest } = setup;
  const started = await createRewardServer({
    verifier: readingVerifier(), log: (line) => log.push(line),
    ...(dataset ? { problems: createProblemIndex(problems) } : {}),
    ...rest,
    reward: { retries: 0, ...reward },
    server: { port: 0, drainMs: 200, ...server },
  });
  open.push(started);
  return {
    url: started.url, log, close: () => started.close(),
    get: (path, init) => fetch(started.url + path, init),
    post: async (path, body, init = {}) => {
      const response = await fetch(started.url + path, {
        method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), ...init, headers: { 'content-type': 'application/json', ...(init.headers as Record<string, string>) },
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: (text === '' ? null : JSON.parse(text)) as never };
    },
  };
}
