import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseOnnxSource, spellSource } from '../../../src/models/onnx/onnx-source.js';
import { tempFolder } from '../../helpers/temp-folder.js';

describe('parseOnnxSource', () => {
  it.each(['./m', '../m', '/m', '.'])('%s is a folder', (source) => expect(parseOnnxSource(source)).toEqual({ type: 'folder', folder: path.resolve(source) }));

  it('a folder that is there is a folder', () => {
    const base = tempFolder();
    mkdirSync(path.join(base, 'org', 'name'), { recursive: true });
    const relative = path.relative('.', path.join(base, 'org', 'name'));
    expect(parseOnnxSource(relative)).toEqual({ type: 'folder', folder: path.resolve(relative) });
    expect(parseOnnxSource('test/fixtures')).toMatchObject({ type: 'folder' });
  });

  it.each([
    ['HuggingFaceTB/SmolVLM-256M-Instruct', 'HuggingFaceTB/SmolVLM-256M-Instruct', 'main'], ['gpt2', 'gpt2', 'main'], ['a/b@v1.0', 'a/b', 'v1.0'], ['a/b@refs/pr/3', 'a/b', 'refs/pr/3'],
  ])('%s is on the hub', (source, id, revision) => {
    expect(parseOnnxSource(source)).toEqual({ type: 'hub', id, revision });
    expect(spellSource(parseOnnxSource(source))).toBe(source);
  });

  it.each(['a/b/c', 'a b', 'a/b@', 'a/b@../x', 'a..b/c', '@x', 'a/b@x@y'])('%s is neither', (source) => expect(() => parseOnnxSource(source)).toThrow('folder or the hub id'));
});
