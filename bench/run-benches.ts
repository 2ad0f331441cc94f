// Runs the benches one after the other: `npm run bench` all, `npm run bench -- ocr/tabmwp runs/kill-resume` some.
// Those on real data need PRM_DATA_DIR, the folder of the data sets; they say so without it.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = path.dirname(fileURLToPath(import.meta.url));

/** A bench is a file of a bench folder whose first line is a comment that says what it measures; the others are its parts. */
const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.js') && file.includes(path.sep) && readFileSync(path.join(folder, file), 'utf8').startsWith('// '))
  .map((file) => file.slice(0, -'.js'.length).split(path.sep).join('/'))
  .sort();
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`Expected names of benches (${all.join(', ')}), got ${unknown.join(', ')}.`);
  process.exit(2);
}
for (const name of chosen.length > 0 ? chosen : all) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(process.execPath, [path.join(folder, `${name}.js`)], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
