// The five CoT runs of MATH-V testmini as one pool, scored by the built-in verifier: Best-of-N beside its baselines (docs/best-of-n.md).
// Data: MATH-V (MATH-Vision) testmini with the model outputs its authors published, https://github.com/mathllm/MATH-V, MIT licence.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { requireDataFolder } from '../ocr/data-folder.js';

const root = path.join(requireDataFolder(), 'mathv');
const folder = mkdtempSync(path.join(tmpdir(), 'prm-mathv-pool-'));
const scored = path.join(folder, 'scored.jsonl');

function prm(...options: string[]): void {
  console.log(`$ prm ${options.map((option) => path.basename(option)).join(' ')}`);
  const { status } = spawnSync(process.execPath, ['dist/cli/main.js', ...options], { stdio: ['ignore', 'inherit', 'ignore'], env: { ...process.env, COLUMNS: '80' } });
  if (status !== 0) throw new Error(`Expected the command to succeed, got exit code ${status}`);
}

try {
  prm('score', path.join(root, 'problems.jsonl'), '--images', root, '--runs', 'CoT', '-o', scored, '--premises', 'both');
  prm('bon', scored, '--by', 'level');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
