import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../helpers/temp-folder.js';
import { hasPython } from './run-python.js';

const make = (...words: string[]) => spawnSync(process.execPath, ['scripts/make-integrations.mjs', ...words], { encoding: 'utf8' });
const shims = readdirSync('integrations', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.py') && !file.startsWith('_shared'));

describe('make-integrations', () => {
  it('finds the shims of the repository in step with what they share', () => {
    expect(make('--check')).toMatchObject({ status: 0, stdout: '' });
    expect(shims.map((file) => path.dirname(file))).toEqual(expect.arrayContaining(['easyr1', 'ms-swift', 'openrlhf', 'trl', 'verl']));
  });

  it('tells one that was changed by hand, and puts it right', () => {
    const folder = tempFolder();
    cpSync('integrations', folder, { recursive: true });
    const place = path.join(folder, 'trl/prm_reward.py');
    const right = readFileSync(place, 'utf8');
    writeFileSync(place, right.replace('RETRIED', 'REPEATED'));
    expect(make('--check', folder)).toMatchObject({ status: 1, stdout: expect.stringContaining('prm_reward.py') as string });
    expect(make(folder).status).toBe(0);
    expect(readFileSync(place, 'utf8')).toBe(right);
  });

  it.skipIf(!hasPython)('makes files that compile and import the standard library alone (needs python3 >= 3.9)', () => {
    const script = [
      'import ast, sys',
      'known = set(sys.stdlib_module_names) if hasattr(sys, "stdlib_module_names") else None',
      'guarded = {"torch", "swift"}',
      'for name in sys.argv[1:]:',
      '    tree = compile(open(name, encoding="utf8").read(), name, "exec", ast.PyCF_ONLY_AST)',
      '    top = [node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]',
      '    roots = {(node.module if isinstance(node, ast.ImportFrom) else node.names[0].name).split(".")[0] for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom))}',
      '    assert not any(isinstance(node, ast.ImportFrom) and node.level for node in ast.walk(tree)), name',
      '    assert known is None or roots <= known | guarded, (name, roots - known)',
      '    assert not guarded & {(node.module if isinstance(node, ast.ImportFrom) else node.names[0].name).split(".")[0] for node in top}, name',
    ].join('\n');
    const run = spawnSync('python3', ['-B', '-c', script, ...shims.map((file) => path.join('integrations', file))], { encoding: 'utf8' });
    expect(run.stderr).toBe('');
  });
});
