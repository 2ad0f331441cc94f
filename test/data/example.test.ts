import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { scoringOptionsSchema } from '../../src/schema/index.js';
import { readRecords } from './read-samples.js';

const folder = path.join('data', 'example');
const records = readRecords(folder, 'candidates.jsonl');
const camel = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

describe('the example project', () => {
  it('has images for all its problems, and right and wrong candidates', () => {
    expect(records.map(({ candidates }) => candidates.length)).toEqual([3, 2]);
    expect(records.flatMap(({ problem }) => problem.images).filter((image) => !existsSync(path.join(folder, 'images', image)))).toEqual([]);
    expect(new Set(records[0]?.candidates.map(({ correct }) => correct))).toEqual(new Set([true, false]));
  });

  it('shows the true defaults of the scoring options in its config', () => {
    const config = parse(readFileSync(path.join(folder, 'prm.config.yaml'), 'utf8')) as Record<string, unknown>;
    const defaults: Record<string, unknown> = scoringOptionsSchema.parse({});
    const shown = Object.entries(config).filter(([name]) => camel(name) in defaults);
    expect(shown.length).toBeGreaterThanOrEqual(6);
    for (const [name, value] of shown) expect(value, name).toBe(defaults[camel(name)]);
  });

  it('keeps the four commands of its README in step with its files', () => {
    const readme = readFileSync(path.join(folder, 'README.md'), 'utf8');
    const commands = readme.split('\n').filter((line) => line.startsWith('prm '));
    expect(commands.map((line) => line.split(' ')[1])).toEqual(['score', 'inspect', 'verify', 'describe']);
    for (const [file] of commands.join(' ').matchAll(/images\/[\w-]+\.png|solution\.txt|candidates\.jsonl/g)) {
      expect(existsSync(path.join(folder, file)), file).toBe(true);
    }
  });
});
