import { z } from 'zod';
import { problemRecordSchema, scoredProblemSchema } from '../schema/index.js';

/** The JSON Schemas of one line of our own formats, by the file in docs/ that holds them. Made from the zod schemas that the readers use. */
export function makeJsonSchemas(): Record<string, object> {
  return {
    'native-format.schema.json': describeLine(problemRecordSchema, 'One line of a file of problems with their candidates (prm-problem/1)'),
    'scored-format.schema.json': describeLine(scoredProblemSchema, 'One line of the output of `prm score` (prm-scored/1)'),
  };
}

/** Fields with a default may be left out of a file, so the input side is what a file must satisfy. */
function describeLine(schema: z.ZodType, title: string): object {
  return { title, ...z.toJSONSchema(schema, { io: 'input', reused: 'inline' }) };
}
