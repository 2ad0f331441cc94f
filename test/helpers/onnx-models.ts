import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createMemoryImage } from '../../src/images/memory-image.js';
import type { ImageSource } from '../../src/images/image-source.js';
import { renderSvg } from '../../src/images/render-svg.js';
import type { ChatMessage, GenerateCall } from '../../src/models/chat-model.js';
import { tempFolder } from './temp-folder.js';

/** Tiny models of real classes: see scripts/make-tiny-vlm. */
export const tinyModels = { smolvlm: path.resolve('test/fixtures/onnx/tiny-smolvlm'), qwen: path.resolve('test/fixtures/onnx/tiny-qwen2.5-vl') };

/** A copy of a tiny model, to be damaged. */
export function copyTinyModel(folder: string): string {
  const copy = path.join(tempFolder(), 'model');
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Changes one of the JSON files of a copied model. */
export function editJson(folder: string, name: string, change: (content: Record<string, unknown>) => void): void {
  const file = path.join(folder, name);
  const content = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  change(content);
  writeFileSync(file, JSON.stringify(content));
}

/** An opaque drawing that no other seed gives. */
export async function drawImage(seed: number, width = 40, height = 28): Promise<ImageSource> {
  const hue = (seed * 77) % 360;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="hsl(${hue},80%,60%)"/><circle cx="${5 + (seed * 7) % 25}" cy="12" r="${4 + seed % 6}" fill="black"/></svg>`;
  return createMemoryImage(await renderSvg(svg), `drawing ${seed}`);
}

/** A message of a user: images and texts in the order given. */
export function userMessage(...parts: (string | ImageSource)[]): ChatMessage {
  return { role: 'user', content: parts.map((part) => (typeof part === 'string' ? { type: 'text', text: part } : { type: 'image', image: part })) };
}

/** A question for a label, with alternatives. */
export function labelCall(messages: readonly ChatMessage[], extra: Partial<GenerateCall> = {}): GenerateCall {
  return { messages, sampling: { temperature: 0, maxTokens: 1 }, constraint: { type: 'choice', choices: ['+', '-'] }, topLogprobs: 20, sampleIndex: 0, ...extra };
}
