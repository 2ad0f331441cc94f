import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { countRecords } from '../../src/datasets/index.js';
import { tempFolder } from '../helpers/temp-folder.js';

it.each([
  ['a.jsonl', '{"a":1}\n\n{"a":"\\n"}\nnot json\n', 3],
  ['a.json', '[{"a":[1,2]}, {"b":"]"},\n {"c":{}}]', 3],
  ['a.txt', 'some\ntext', 1],
  ['a.jsonl', '', 0],
])('counts the records of %s %j', async (name, text, count) => {
  const file = path.join(tempFolder(), name);
  writeFileSync(file, text);
  expect(await countRecords(file)).toBe(count);
});
