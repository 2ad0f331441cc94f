import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ImageError } from '../../src/errors/index.js';
import { hashBytes } from '../../src/images/hash-bytes.js';
import { resolveImage } from '../../src/images/resolve-image.js';

let folder: string;
let root: string;
const bytes = Buffer.from('not decoded here');

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'prm-images-'));
  root = path.join(folder, 'root');
  mkdirSync(path.join(root, 'sub'), { recursive: true });
  writeFileSync(path.join(root, 'sub', 'a b.png'), bytes);
  writeFileSync(path.join(root, 'empty.png'), '');
  writeFileSync(path.join(folder, 'secret.png'), 'secret');
  symlinkSync(path.join(folder, 'secret.png'), path.join(root, 'leak.png'));
  symlinkSync(path.join(root, 'sub', 'a b.png'), path.join(root, 'inner.png'));
  symlinkSync('round.png', path.join(root, 'round.png'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('resolveImage', () => {
  it.each([
    ['a relative path', () => 'sub/a b.png'],
    ['a path that comes back into the root', () => 'sub/../sub/./a b.png'],
    ['an absolute path inside the root', () => path.join(root, 'sub', 'a b.png')],
    ['a file: URL inside the root', () => pathToFileURL(path.join(root, 'sub', 'a b.png')).href],
    ['a symbolic link that stays inside', () => 'inner.png'],
  ])('reads %s', async (_, ref) => {
    const image = resolveImage(ref(), { root });
    expect(Buffer.from(await image.bytes())).toEqual(bytes);
    expect(await image.sha256()).toBe(hashBytes(bytes));
  });

  it.each([
    ['..', '../secret.png', /inside the image root/],
    ['an absolute path outside', '/etc/passwd', /inside the image root/],
    ['a file: URL outside', 'file:///etc/passwd', /inside the image root/],
    ['a web address', 'https://example.org/a.png', /nothing is fetched/],
    ['another scheme', 'ftp://example.org/a.png', /scheme `ftp`/],
    ['an empty reference', ' ', /it is empty/],
    ['a null character', 'a\0.png', /null character/],
    ['a data: URL of text', 'data:text/plain;base64,YQ==', /expected an image type/],
    ['a data: URL with broken base64', 'data:image/png;base64,a!b', /expected base64/],
    ['a data: URL without bytes', 'data:image/png;base64,', /holds no bytes/],
    ['a data: URL without a comma', 'data:image/png;base64', /no comma/],
  ])('refuses %s at once', (_, ref, message) => {
    expect(() => resolveImage(ref, { root })).toThrow(ImageError);
    expect(() => resolveImage(ref, { root })).toThrow(message);
  });

  it.each([
    ['a symbolic link out of the root', 'leak.png', /symbolic link leads to/],
    ['links in a circle', 'round.png', /circle/],
    ['a missing file', 'none.png', /there is no such file/],
    ['an empty file', 'empty.png', /the file is empty/],
    ['a folder', 'sub', /not a regular file/],
  ])('says clearly that it cannot read %s', async (_, ref, message) => {
    const reading = resolveImage(ref, { root }).bytes();
    await expect(reading).rejects.toThrow(ImageError);
    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.toThrow(ref);
  });

  it('limits the size of files and data: URLs', async () => {
    await expect(resolveImage('sub/a b.png', { root, maxBytes: 4 }).bytes()).rejects.toThrow(/at most 4 bytes, but the file has 16/);
    expect(() => resolveImage('data:image/png;base64,AAAAAAAAAAAA', { root, maxBytes: 4 })).toThrow(/at most 4 bytes/);
  });

  it('takes bytes from data: URLs and shortens them in messages', async () => {
    const image = resolveImage(`data:image/png;base64,${Buffer.alloc(300, 7).toString('base64')}`, { root });
    expect(Buffer.from(await image.bytes())).toEqual(Buffer.alloc(300, 7));
    expect(image.ref.length).toBeLessThan(60);
  });
});
