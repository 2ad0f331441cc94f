// Copies the parts of integrations/_shared into every shim of integrations/*/, so that each is one file without imports of ours.
// `node scripts/make-integrations.mjs [--check] [FOLDER]`; --check writes nothing and fails when a shim is out of step.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const PARTS = ['errors', 'numbers', 'samples', 'answers', 'http_client', 'unscored'];
const BEGIN = /^# >>> shared.*$/m;
const END = '# <<< shared';

const [folder = fileURLToPath(new URL('../integrations', import.meta.url))] = process.argv.slice(2).filter((word) => word !== '--check');
const isCheck = process.argv.includes('--check');
const shared = joinParts(PARTS.map((part) => readFileSync(path.join(folder, '_shared', `${part}.py`), 'utf8')));

const stale = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.py') && !file.startsWith('_shared'))
  .filter((file) => {
    const place = path.join(folder, file);
    const text = readFileSync(place, 'utf8');
    const whole = putInto(text, place);
    if (whole !== text && !isCheck) writeFileSync(place, whole);
    return whole !== text;
  });
for (const file of stale) process.stdout.write(`${isCheck ? 'out of step, run `node scripts/make-integrations.mjs`' : 'written'}: ${file}\n`);
if (isCheck && stale.length > 0) process.exitCode = 1;

/** One text of the parts: the imports of all at its head, no imports between parts, no docstrings of files. */
function joinParts(parts) {
  const imports = new Set();
  const bodies = parts.map((part) => part.split('\n').slice(1).filter((line) => {
    const isImport = /^(?:import|from) /.test(line);
    if (isImport && !line.startsWith('from .')) imports.add(line);
    return !isImport;
  }).join('\n').trim());
  const byKind = [...imports].sort((a, b) => Number(a.startsWith('from')) - Number(b.startsWith('from')) || (a < b ? -1 : 1));
  return [byKind.join('\n'), ...bodies].join('\n\n\n');
}

function putInto(text, place) {
  const begin = BEGIN.exec(text);
  const end = text.indexOf(END);
  if (begin === null || end < begin.index) throw new Error(`Expected lines "# >>> shared" and "${END}" in ${place}.`);
  return `${text.slice(0, begin.index)}${begin[0]}\n${shared}\n\n\n${text.slice(end)}`;
}
