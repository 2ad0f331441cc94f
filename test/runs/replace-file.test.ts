import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { RunStoreError } from '../../src/errors/index.js';
import { replaceFile } from '../../src/runs/index.js';
import { temporaryFolder } from './temporary-folder.js';

it('creates and replaces a file, and leaves nothing else behind', () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'file');
  replaceFile(file, 'a longer first text');
  replaceFile(file, 'second');
  expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['second', ['file']]);
});

it('leaves what was there when it cannot replace it', () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'file', 'inside'), { recursive: true });
  expect(() => replaceFile(path.join(folder, 'file'), 'text')).toThrow(RunStoreError);
  expect(readdirSync(folder)).toEqual(['file']);
});
