// Copies integrations/_client.py into every shim of integrations/*/, so that each is one file. With --check: only says which are out of step.
// `node scripts/make-integrations.mjs [--check] [FOLDER]`
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const BEGIN = /^# >>> client.*$/m;
const END = '# <<< client';
const FUTURE = 'from __future__ import annotations\n';

const [folder = fileURLToPath(new URL('../integrations', import.meta.url))] = process.argv.slice(2).filter((word) => word !== '--check');
const isCheck = process.argv.includes('--check');

const source = readFileSync(path.join(folder, '_client.py'), 'utf8');
const client = source.slice(source.indexOf(FUTURE) + FUTURE.length).trim();

const stale = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.py') && file !== '_client.py')
  .flatMap((file) => {
    const place = path.join(folder, file);
    const text = readFileSync(place, 'utf8');
    const begin = BEGIN.exec(text);
    const end = text.indexOf(END);
    if (begin === null || end < begin.index) throw new Error(`Expected lines "# >>> client" and "${END}" in ${place}.`);
    const whole = `${text.slice(0, begin.index)}${begin[0]}\n${client}\n\n\n${text.slice(end)}`;
    if (whole === text) return [];
    if (!isCheck) writeFileSync(place, whole);
    return [file];
  });
for (const file of stale) process.stdout.write(`${isCheck ? 'out of step' : 'written'}: ${file}\n`);
if (isCheck && stale.length > 0) process.exitCode = 1;
