import { spawnSync } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { tinyModels } from '../helpers/onnx-models.js';
import { tempFolder } from '../helpers/temp-folder.js';

function runScript(args: string[], env: Record<string, string> = {}) {
  return spawnSync(process.execPath, ['scripts/check-real-checkpoint.mjs', ...args], { encoding: 'utf8', env: { ...process.env, HF_HUB_OFFLINE: '', TRANSFORMERS_OFFLINE: '', ...env } });
}

/** A port at which nobody answers. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => { server.close(resolve); });
  return port;
}

it('says in one line that the hub is out of reach, and what to do', async () => {
  const { status, stdout, stderr } = runScript(['--cache-dir', tempFolder()], { HF_ENDPOINT: `http://127.0.0.1:${await closedPort()}` });
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^HuggingFaceTB\/SmolVLM-256M-Instruct@[0-9a-f]{40}: expected the hub at http:\/\/127\.0\.0\.1:\d+\/, but it is out of reach \(ECONNREFUSED\), .* give its folder: onnx:\.\/folder\.\n$/);
});

it('runs its checks on a folder; a model that never learnt to see fails at seeing and at nothing else', () => {
  const json = path.join(tempFolder(), 'checks.json');
  const { stdout, stderr } = runScript(['--model', tinyModels.smolvlm, '--problems', '2', '--candidates', '1', '--json', json]);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^judged {2}\d+ steps of 2 problems/m);
  const { checks, judged } = JSON.parse(readFileSync(json, 'utf8')) as { checks: { name: string; isPassed: boolean }[]; judged: { steps: number; unscored: number } };
  expect(checks.filter(({ isPassed }) => !isPassed).map(({ name }) => name)).toEqual(['it tells red from blue']);
  expect(judged).toMatchObject({ unscored: 0 });
});
