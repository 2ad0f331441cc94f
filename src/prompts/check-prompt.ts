import { PromptError } from '../errors/index.js';
import { parseTemplate } from './parse-template.js';
import { promptSchema, type Prompt, type PromptPart } from './prompt.js';

/**
 * Checks a parsed prompt file: strict schema, every place declared, every input used, images as said, labels that differ.
 * @throws PromptError that begins with `source` and names what is wrong.
 */
export function checkPrompt(value: unknown, source: string): Prompt {
  const fail = (message: string): never => {
    throw new PromptError(`${source}: ${message}`);
  };
  const parsed = promptSchema.safeParse(value);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0] ?? { path: [], message: 'not a prompt' };
    return fail(`expected a prompt file, but \`${path.join('.') || 'the file'}\` is wrong: ${message}.`);
  }
  const prompt = parsed.data;
  const used = new Set<string>();
  let imageParts = 0;

  const useList = (name: string): readonly string[] => {
    const input = Object.hasOwn(prompt.inputs, name) ? prompt.inputs[name] : undefined;
    if (typeof input !== 'object') return fail(`expected \`each: ${name}\` to name a declared list.`);
    used.add(name);
    return input.list;
  };
  const checkPart = (part: PromptPart, fields: readonly string[]): void => {
    if ('images' in part) {
      imageParts++;
      return;
    }
    const known = 'each' in part ? [...fields, ...useList(part.each)] : fields;
    const segments = parseTemplate(part.text) ?? fail('a text has `{{` that is no place of an input. Write `\\{{` for two braces that are text.');
    for (const segment of segments) {
      if (!('input' in segment) || known.includes(segment.input)) continue;
      const input = Object.hasOwn(prompt.inputs, segment.input) ? prompt.inputs[segment.input] : undefined;
      if (input === undefined) fail(`\`{{${segment.input}}}\` is used but not declared under \`inputs\`.`);
      if (typeof input === 'object') fail(`\`{{${segment.input}}}\` is a list: use it with \`each\`.`);
      used.add(segment.input);
    }
  };

  for (const entry of prompt.messages) {
    const fields = 'each' in entry ? useList(entry.each) : [];
    for (const message of 'each' in entry ? entry.messages : [entry]) for (const part of message.parts) checkPart(part, fields);
  }
  const unused = Object.keys(prompt.inputs).find((name) => !used.has(name));
  if (unused !== undefined) fail(`the input \`${unused}\` is declared but used nowhere.`);
  if (imageParts !== (prompt.images === 'all' ? 1 : 0)) fail(`\`images: ${prompt.images}\` asks for ${prompt.images === 'all' ? 'exactly one' : 'no'} images part, found ${imageParts}.`);
  if ('positive' in prompt.answer && prompt.answer.positive === prompt.answer.negative) fail('the two labels are the same.');
  return prompt;
}
