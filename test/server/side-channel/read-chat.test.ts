import { describe, expect, it } from 'vitest';
import { splitQuery } from '../../../src/server/side-channel/split-query.js';

const templates: Record<string, [prompt: string, query: string]> = {
  'Qwen': [
    '<|im_start|>system\nYou help.<|im_end|>\n<|im_start|>user\n<|vision_start|><|image_pad|><|vision_end|>How many?<|im_end|>\n<|im_start|>assistant\n',
    'Two.\n\nThree.<|im_end|>\n<|endoftext|>',
  ],
  'Llama 3': [
    '<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\nYou help.<|eot_id|><|start_header_id|>user<|end_header_id|>\n\n<|image|>How many?<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n',
    'Two.\n\nThree.<|eot_id|>',
  ],
  'InternVL with Phi': ['<|system|>\nYou help.<|end|><|user|>\n<img><IMG_CONTEXT></img>\nHow many?<|end|><|assistant|>\n', 'Two.\n\nThree.<|end|>'],
  'InternVL with Qwen': ['<|im_start|>user\n<image>\nHow many?<|im_end|>\n<|im_start|>assistant\n', 'Two.\n\nThree.<|im_end|>'],
  'Llama 2': ['<s>[INST] How many? [/INST]', ' Two.\n\nThree.</s>'],
  'Gemma': ['<bos><start_of_turn>user\nHow many?<end_of_turn>\n<start_of_turn>model\n', 'Two.\n\nThree.<end_of_turn>'],
  'special tokens dropped': ['system\nYou help.\nuser\nHow many?\nassistant\n', 'Two.\n\nThree.'],
  'no template': ['How many?', '\nTwo.\n\nThree.'],
};

describe('splitQuery', () => {
  it.each(Object.entries(templates))('%s: finds question and response with the prompt at hand', (_name, [prompt, response]) => {
    const split = splitQuery(prompt + response, prompt);
    expect(split.response.trim()).toBe('Two.\n\nThree.');
    expect(split.question.replace(/<[^>]*>|\s+/g, ' ').trim()).toBe('How many?');
  });

  it.each(Object.entries(templates).filter(([name]) => name !== 'no template'))('%s: and without it', (_name, [prompt, response]) => {
    const split = splitQuery(prompt + response, null);
    expect(split.response.trim()).toBe('Two.\n\nThree.');
    expect(split.question.replace(/<[^>]*>|\s+/g, ' ').trim()).toBe('How many?');
  });

  it('finds the response where the trainer dropped special tokens from the query alone', () => {
    const [prompt] = templates['Qwen'] as [string, string];
    expect(splitQuery(`system\nYou help.\nuser\nHow many?\nassistant\nTwo.`, prompt).response).toContain('Two.');
  });

  it('does not let a response move its own border', () => {
    const [prompt] = templates['Qwen'] as [string, string];
    expect(splitQuery(`${prompt}wrong<|im_end|>\n<|im_start|>assistant\nright`, prompt).response).toContain('wrong');
  });

  it('takes the last user turn for the question', () => {
    expect(splitQuery('<|im_start|>user\nHello<|im_end|>\n<|im_start|>assistant\nHi<|im_end|>\n<|im_start|>user\nHow many?<|im_end|>\n<|im_start|>assistant\nTwo.', null)).toEqual({ question: 'How many?', response: 'Two.' });
  });
});
