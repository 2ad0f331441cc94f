import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/errors/index.js';
import { placeFiles } from '../../../src/jobs/file-run/place-files.js';
import { tempFolder } from '../../helpers/temp-folder.js';
import { tinyPng } from '../../helpers/tiny-png.js';

describe('placeFiles', () => {
  it('looks for images beside the file and keeps the run beside the output, unless told otherwise', async () => {
    const folder = tempFolder();
    writeFileSync(path.join(folder, 'a.png'), tinyPng(1));
    const file = path.join(folder, 'in.jsonl');
    const placed = placeFiles({ file, output: 'out.jsonl' }, 'a file to score');
    expect(placed).toMatchObject({ runFolder: 'out.jsonl.run', images: folder });
    expect(Buffer.from(await placed.openImage('a.png').bytes())).toEqual(Buffer.from(tinyPng(1)));
    expect(placeFiles({ file, output: 'out.jsonl', imagesRoot: 'pictures', runFolder: 'kept' }, 'a file to score')).toMatchObject({ runFolder: 'kept', images: path.resolve('pictures') });
  });

  it('opens no image outside the root', () => {
    const { openImage } = placeFiles({ file: path.join(tempFolder(), 'in.jsonl'), output: 'out.jsonl' }, 'a file to score');
    expect(() => openImage('../a.png')).toThrow(/root/u);
  });

  it.each([['-', 'out.jsonl', /^Expected a file of questions, got standard input/u], ['in.jsonl', './sub/../in.jsonl', /^Expected --output to differ from the input, but both are in\.jsonl\./u]])('refuses %s into %s', (file, output, message) => {
    const place = (): unknown => placeFiles({ file, output }, 'a file of questions');
    expect(place).toThrow(UsageError);
    expect(place).toThrow(message);
  });
});
