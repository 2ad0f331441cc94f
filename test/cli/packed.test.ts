import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder } from '../helpers/temp-folder.js';

it('runs from its tarball in an empty folder, as a command and as a library', { timeout: 300_000 }, () => {
  const folder = tempFolder();
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const [tarball] = JSON.parse(packed) as [{ filename: string; files: { path: string }[] }];
  expect(tarball.files.map((file) => file.path).filter((file) => /^(src|test|bench|scripts)\/|tsbuildinfo/.test(file))).toEqual([]);

  const project = path.join(folder, 'project');
  mkdirSync(project);
  writeFileSync(path.join(project, 'package.json'), '{"private": true, "type": "module"}\n');
  const run = (command: string, ...args: string[]) => spawnSync(command, args, { cwd: project, encoding: 'utf8', env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' } });
  const installed = run('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', path.join(folder, tarball.filename));
  expect(installed.status, installed.stderr).toBe(0);

  expect(run('npx', 'prm', '--version').stdout.trim()).toBe((JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version);
  expect(run('npx', 'prm', 'init', 'example').status).toBe(0);
  const scored = run('npx', 'prm', 'score', 'example/candidates.jsonl', '--images', 'example/images', '-o', 'scored.jsonl');
  expect(scored.status, scored.stderr).toBe(0);
  expect(run('npx', 'prm', 'inspect', 'scored.jsonl').stdout).toContain('Best-of-N with the gate');

  writeFileSync(path.join(project, 'use.js'), "import { gateRewards, verifySolution } from 'prm-verifier';\nconsole.log(typeof gateRewards, typeof verifySolution);\n");
  expect(run('node', 'use.js').stdout.trim()).toBe('function function');
});
