import { describe, expect, it } from 'vitest';
import { readDataset, type ReadDatasetOptions } from '../../src/datasets/index.js';
import { collect, writeTemp } from './collect.js';

const problem = (id: string, extra = {}): string =>
  JSON.stringify({ problem: { id, question: 'q', images: [] }, candidates: [], ...extra });

async function readAll(file: string, options?: ReadDatasetOptions) {
  const dataset = await readDataset(file, options);
  return { ...dataset, records: await collect(dataset.records) };
}
const failure = (content: string | Uint8Array, options?: ReadDatasetOptions, name = 'x.jsonl'): Promise<string> =>
  readAll(writeTemp(name, content), options).then(() => 'no error', (error: Error) => `${error.name}: ${error.message.replace(/^.*\/(?=x\.)/u, '')}`);

describe('readDataset', () => {
  it('reads lines with a byte order mark, CRLF, blank lines and no newline at the end', async () => {
    const file = writeTemp('x.jsonl', `\uFEFF${problem('a')}\r\n\r\n   \n${problem('b')}\r\n${problem('c')}`);
    const { records, report, format } = await readAll(file);
    expect([format, records.map((record) => record.problem.id), report.read]).toEqual(['native', ['a', 'b', 'c'], 3]);
  });

  it('reads a whole-file array like lines', async () => {
    const { records } = await readAll(writeTemp('x.json', `[\n  ${problem('a')},\n\n  ${problem('b')}\n]\n`));
    expect(records.map((record) => record.problem.id)).toEqual(['a', 'b']);
  });

  it.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', 'x.jsonl: expected at least one record, got an empty file'],
    ['blank lines only', '\n \r\n', 'x.jsonl: expected at least one record, got an empty file'],
    ['a torn last line', `${problem('a')}\n{"problem": {"id": "b", "que`, 'x.jsonl:2: expected a whole JSON object, got text that ends in the middle'],
    ['a torn line in the middle', `${problem('a')}\n{"problem": \n${problem('b')}\n`, 'x.jsonl:2: expected a whole JSON object'],
    ['text that is not JSON', `${problem('a')}\nhello\n`, 'x.jsonl:2: expected JSON, got text that is not'],
    ['another JSON type', `${problem('a')}\n42\n`, 'x.jsonl:2: expected a JSON object, got a number'],
    ['null bytes', `${problem('a')}\n{"problem":"\0"}\n`, 'x.jsonl:2: expected JSON, got text with null bytes'],
    ['bytes that are not UTF-8', Buffer.from([...Buffer.from(`${problem('a')}\n`), 0x22, 0xff, 0x22]), 'x.jsonl:2: expected UTF-8 text'],
    ['a torn array', `[${problem('a')},\n${problem('b')}`, 'x.jsonl:2: expected `]` at the end of the JSON array'],
    ['text after an array', `[${problem('a')}]\n]`, 'x.jsonl:2: expected nothing after the `]`'],
    ['a wrong type', '{"problem":{"id":"a","question":7,"images":[]},"candidates":[]}', 'x.jsonl:1: expected `problem.question` to be string, got a number'],
    ['an unknown key', problem('a', { extra: 1 }), 'x.jsonl:1: expected only known keys in the record, got "extra"'],
    ['an id twice', `${problem('a')}\n${problem('b')}\n${problem('a')}\n`, 'x.jsonl:3: expected every id once, got "a" again (first on line 1)'],
    ['an unknown format', '{"foo":1,"bar":2}', 'x.jsonl: expected a known format'],
  ])('names file and line of %s', async (_name, content, message) => {
    expect(await failure(content)).toContain(`DatasetError: ${message}`);
  });

  it('names a missing file and a directory', async () => {
    await expect(readAll('/no/such/file.jsonl')).rejects.toThrow('/no/such/file.jsonl: expected a file, got nothing at this path');
    await expect(readAll('.')).rejects.toThrow('.: expected a file, got a directory');
  });

  it('skips, counts and lists bad lines when told to', async () => {
    const file = writeTemp('x.jsonl', `oops\n${problem('a')}\n{"torn\n${problem('a')}\n${problem('b')}\n`);
    const { records, report } = await readAll(file, { onBadLine: 'skip' });
    expect(records.map((record) => record.problem.id)).toEqual(['a', 'b']);
    expect(report.read).toBe(2);
    expect(report.skipped.map(({ line }) => line)).toEqual([1, 3, 4]);
    expect(report.skipped[2]?.reason).toContain('(first on line 2)');
  });

  it('stops at the record limit with the sizes', async () => {
    const long = problem('long', { candidates: [], problem: { id: 'long', question: 'x'.repeat(2000), images: [] } });
    expect(await failure(`${problem('a')}\n${long}\n`, { recordLimit: 1000 })).toContain('x.jsonl:2: expected a record of at most 1000 bytes, got 2');
    const { records } = await readAll(writeTemp('x.jsonl', `${problem('a')}\n${long}\n${problem('b')}`), { recordLimit: 1000, onBadLine: 'skip' });
    expect(records.map((record) => record.problem.id)).toEqual(['a', 'b']);
  });

  it('limits, and selects by id', async () => {
    const file = writeTemp('x.jsonl', ['a', 'b', 'c'].map((id) => problem(id)).join('\n'));
    expect((await readAll(file, { limit: 2 })).records).toHaveLength(2);
    const { records, report } = await readAll(file, { ids: ['c', 'z'] });
    expect(records.map((record) => record.problem.id)).toEqual(['c']);
    expect(report.warnings).toEqual([{ line: null, message: 'no problem has the id "z"' }]);
    await expect(readAll(file, { limit: 0 })).rejects.toThrow('Expected `limit`');
  });

  it('survives JSON nested beyond the stack', async () => {
    const deep = `{"question":"q","image":[],"x":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    expect(await failure(deep, { format: 'evpv' })).toContain('x.jsonl:1: expected a record of ordinary depth');
  });
});
