// Writes the JSON Schemas of our formats to docs/. Run `npm run build` first, then `node scripts/make-json-schemas.mjs`.
import { writeFileSync } from 'node:fs';
import { makeJsonSchemas } from '../dist/datasets/make-json-schemas.js';

for (const [name, schema] of Object.entries(makeJsonSchemas())) {
  writeFileSync(new URL(`../docs/${name}`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
}
