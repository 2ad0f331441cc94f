import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { makeJsonSchemas } from '../../src/datasets/make-json-schemas.js';

it.each(Object.entries(makeJsonSchemas()))('docs/%s is what the schemas say (else: node scripts/make-json-schemas.mjs)', (name, schema) => {
  expect(JSON.parse(readFileSync(`docs/${name}`, 'utf8'))).toEqual(schema);
});
