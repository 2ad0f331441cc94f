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

  it('keeps what stands before an opening that the policy wrote, however the prompt came', () => {
    const [prompt] = templates['Qwen'] as [string, string];
    const own = 'wrong<|im_end|>\n<|im_start|>user\nAgain?<|im_end|>\n<|im_start|>assistant\nright';
    const patched = prompt.replace('<|image_pad|>', '<|image_pad|>'.repeat(300));
    for (const [query, given] of [[prompt, null], [patched, prompt], [`<|endoftext|><|endoftext|>${prompt}`, prompt], [prompt.replace('How many', ' How  many'), prompt], ['How many?\n', null]] as const) {
      const { response, question } = splitQuery(query + own, given);
      expect(response).toMatch(/wrong[^]*right$/);
      if (query !== 'How many?\n') expect([question.replace(/<[^>]*>/g, ''), response.startsWith('wrong')]).toEqual(['How many?', true]);
    }
  });

  it.each([
    ['Qwen', '<|im_start|>user\n<|vision_start|><|image_pad|><|vision_end|>Q?<|im_end|>\n<|im_start|>assistant\n', ['<|image_pad|>', '<|image_pad|>']],
    ['InternVL', '<|im_start|>user\n<image>\nQ?<|im_end|>\n<|im_start|>assistant\n', ['<image>', '<IMG_CONTEXT>']],
    ['framed InternVL', '<|im_start|>user\n<img><IMG_CONTEXT></img>\nQ?<|im_end|>\n<|im_start|>assistant\n', ['<IMG_CONTEXT>', '<IMG_CONTEXT>']],
    ['Llama', '<|begin_of_text|><|start_header_id|>user<|end_header_id|>\n\n<|image|>Q?<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n', ['<|image|>', '<|image|>']],
  ] as const)('%s: passes as many marks of an image as it has patches', (_name, prompt, [one, patch]) => {
    for (const query of [prompt.replace(one, patch.repeat(256)), prompt.replace(one, `<img>${patch.repeat(7)}</img>`), prompt.replace(one, '')]) {
      expect(splitQuery(`${query}See <image 1>.`, prompt).response).toBe('See <image 1>.');
    }
  });

  it.each([
    ['an ohm sign as its letter', 'How many \u2126?\nAnswer:', 'How many \u03a9?\nAnswer: '],
    ['a composed accent', 'Cafe\u0301s? Answer:', 'Caf\u00e9s? Answer: '],
    ['composed Hangul', '\u1112\u1161\u11ab? Answer:', '\ud55c? Answer: '],
    ['a decoder that takes the space before punctuation', 'If a , b, c = 3 ?\nAnswer:', 'If a, b, c = 3?\nAnswer: '],
    ['a beginning that was dropped', '<s> Question: how?\n\nAnswer:', 'Question: how?\n\nAnswer: '],
    ['turns in other white space and composition', '<|im_start|>user\nCafe\u0301 ?<|im_end|>\n<|im_start|>assistant\n', '<|im_start|>user\nCaf\u00e9?<|im_end|> \n<|im_start|>assistant\n'],
  ])('finds the response behind %s', (_name, prompt, written) => {
    expect(splitQuery(`${written}Two. \u2126`, prompt).response).toBe('Two. \u2126');
    expect(splitQuery(`${written.trimEnd()}\n\u0301Two.`, prompt).response).toContain('Two.');
    expect(() => splitQuery(`${written.replace('?', ' or not?')}Two.`, prompt)).toThrow('begins with its prompt');
  });

  it('finds it in time that is linear in marks that a policy piles up', () => {
    const prompt = 'Cafe\u0301 ?\nAnswer:';
    const start = performance.now();
    for (const one of ['\u0301', ' ', '<image>', '\u1100', '<']) splitQuery(`Caf\u00e9?\nAnswer: ${one.repeat(200_000)}`, prompt);
    expect(() => splitQuery(`x${' '.repeat(200_000)}y`, `x ${'<s> '.repeat(90_000)}q`)).toThrow('begins with its prompt');
    splitQuery(`e${'\u0301\u0323'.repeat(90_000)} Answer: 5`, `e${'\u0323\u0301'.repeat(90_000)} Answer:x`.slice(0, -1));
    expect(performance.now() - start).toBeLessThan(8000);
  });

  it('leaves earlier turns of the assistant to the prompt that holds them', () => {
    const prompt = '<|im_start|>user\nHello<|im_end|>\n<|im_start|>assistant\nHi<|im_end|>\n<|im_start|>user\nHow many?<|im_end|>\n<|im_start|>assistant\n';
    for (const query of [prompt, prompt.replace('How many', 'How  many')]) expect(splitQuery(`${query}Two.`, prompt)).toEqual({ question: 'How many?', response: 'Two.' });
    expect(splitQuery(`${prompt}Two.`, null)).toMatchObject({ question: 'Hello', response: expect.stringMatching(/^Hi/) });
  });

  it('never takes a prompt for a response', () => {
    const [prompt, response] = templates['Qwen'] as [string, string];
    const cut = prompt.slice(prompt.indexOf('<|im_start|>user'));
    for (const [query, given] of [['Other?\nTwo.', 'How many?'], [`${cut}${response}`, prompt], [`${cut}wrong<|im_end|>\n<|im_start|>assistant\nright`, prompt], ['<|im_start|>user\nHow many?<|im_end|>\n', null]] as const) {
      expect(() => splitQuery(query, given)).toThrow(/^Expected [^\n]+$/);
    }
  });
});
