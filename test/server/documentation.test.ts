import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadProblems } from '../../src/jobs/reward/load-problems.js';
import { createBuiltinVerifier } from '../../src/verifiers/builtin/create-builtin-verifier.js';
import { tempFolder } from '../helpers/temp-folder.js';
import { startTestServer } from './start-test-server.js';

const page = readFileSync('docs/serve.md', 'utf8');
const sections = [...page.matchAll(/^### `POST (\S+)`[^]*?```json\n([^]*?)\n```\n\n```json\n([^]*?)\n```/gm)].map(([, route = '', body = '', answer = '']) => ({ route: route.replace(/[`,]/g, ''), body, answer }));
const problem = /^ {4}(\{"id": "fruit-1".*\})$/m.exec(page)?.[1] ?? '';

/** What differs from call to call, and the last digits. */
function level(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => {
    if (key === 'id' && typeof inner === 'string' && /^(?:rerank|score|pool|classify)-/.test(inner)) return 'ID';
    if (key === 'created' || key === 'config_hash') return 0;
    if (key === 'timings_ms' || key === 'description') return null;
    return typeof inner === 'number' ? Math.round(inner * 1000) / 1000 : inner;
  }));
}

describe('docs/serve.md', () => {
  it('shows for every protocol a body and the answer it gets', { timeout: 60_000 }, async () => {
    const folder = tempFolder();
    mkdirSync(path.join(folder, 'images'));
    copyFileSync('data/samples/images/table-counts-01.png', path.join(folder, 'images/table-counts-01.png'));
    writeFileSync(path.join(folder, 'problems.jsonl'), `${problem}\n`);
    const verifier = createBuiltinVerifier();
    try {
      const server = await startTestServer({ verifier, problems: await loadProblems(path.join(folder, 'problems.jsonl'), { format: 'text' }), images: folder });
      for (const { route, body, answer } of sections) {
        const { status, body: given } = await server.post(route, body);
        expect([route, status]).toEqual([route, 200]);
        expect(level(given)).toEqual(level(JSON.parse(answer)));
      }
      expect(sections.map(({ route }) => route)).toEqual(['/v1/verify', '/v1/steps', '/get_reward', '/slime', '/verify', '/rerank', '/score', '/pooling', '/classify']);
    } finally {
      await verifier.close();
    }
  });
});
