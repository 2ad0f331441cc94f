import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The chat template that lies in a file of its own beside the tokenizer, where newer exports put it; null when there is none. */
export function readChatTemplate(folder: string): string | null {
  const plain = path.join(folder, 'chat_template.jinja');
  if (existsSync(plain)) return readFileSync(plain, 'utf8');
  const wrapped = path.join(folder, 'chat_template.json');
  if (!existsSync(wrapped)) return null;
  const { chat_template: template } = JSON.parse(readFileSync(wrapped, 'utf8')) as { chat_template?: unknown };
  return typeof template === 'string' ? template : null;
}
