import type { Dialect, DialectName } from '../dialect.js';
import { ollamaDialect } from './ollama-dialect.js';
import { openAiDialect } from './openai-dialect.js';

/** The spelling of a kind of server. */
export function chooseDialect(name: DialectName): Dialect {
  return name === 'ollama' ? ollamaDialect : openAiDialect(name);
}
