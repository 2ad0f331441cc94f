import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { UsageError } from '../errors/index.js';
import { oneLine } from '../util/one-line.js';
import { kebabCase } from './kebab-case.js';

const DEFAULT_CONFIG = 'prm.config.yaml';

/**
 * Resolves the options of a command once, at the door: flag over environment (`PRM_ON_BAD_LINE`) over config file.
 * A config file may hold options of other commands; a key that no command knows is an error.
 */
export function resolveOptions<S extends z.ZodObject>(schema: S, argv: Record<string, unknown>, knownKeys: ReadonlySet<string>): z.output<S> {
  const config = readConfig(argv['config'], knownKeys);
  const merged: Record<string, unknown> = {};
  for (const key of Object.keys(schema.shape)) {
    const value = argv[key] ?? fromEnvironment(key) ?? config[key];
    if (value !== undefined) merged[key] = value;
  }
  const result = schema.safeParse(merged);
  if (result.success) return result.data;
  throw new UsageError(describeIssue(result.error.issues[0] as z.core.$ZodIssue, merged));
}

function fromEnvironment(key: string): unknown {
  const text = process.env[`PRM_${kebabCase(key).replaceAll('-', '_').toUpperCase()}`];
  if (text === undefined || text === '') return undefined;
  if (text === 'true' || text === 'false') return text === 'true';
  return Number.isFinite(Number(text)) ? Number(text) : text;
}

function readConfig(given: unknown, knownKeys: ReadonlySet<string>): Record<string, unknown> {
  const file = typeof given === 'string' ? given : process.env['PRM_CONFIG'] ?? DEFAULT_CONFIG;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (given === undefined && process.env['PRM_CONFIG'] === undefined && (error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new UsageError(`Expected a readable config file at ${file}: ${oneLine(error)}`);
  }
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    throw new UsageError(`${file} is not valid YAML: ${oneLine(error)}`);
  }
  if (content === null || content === undefined) return {};
  if (typeof content !== 'object' || Array.isArray(content)) throw new UsageError(`Expected ${file} to hold options as \`name: value\` lines.`);
  const options: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(content)) {
    const key = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    if (!knownKeys.has(key)) throw new UsageError(`${file} has an unknown option \`${name}\`. Known options: ${[...knownKeys].map(kebabCase).sort().join(', ')}.`);
    options[key] = value;
  }
  return options;
}

/** Says in one line what was expected of an option, what came, and where it can be set. */
function describeIssue(issue: z.core.$ZodIssue, merged: Record<string, unknown>): string {
  const key = String(issue.path[0] ?? '');
  const got = merged[key];
  const shown = got === undefined ? 'nothing' : Number.isNaN(got) ? 'something else' : `\`${typeof got === 'string' ? got : JSON.stringify(got)}\``;
  return `Expected \`--${kebabCase(key)}\` to be ${expectation(issue)}, got ${shown}.`;
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value': return `one of ${issue.values.map(String).join(', ')}`;
    case 'too_small': return `${issue.origin === 'string' ? 'a non-empty text' : `a number ${issue.inclusive === false ? `above ${issue.minimum}` : `from ${issue.minimum} up`}`}`;
    case 'too_big': return `a number up to ${issue.maximum}`;
    case 'invalid_union': return issue.errors.flat().find(({ code }) => code === 'custom')?.message ?? 'another value';
    case 'invalid_type': return issue.expected === 'int' ? 'an integer' : `a ${issue.expected}`;
    default: return issue.message;
  }
}
