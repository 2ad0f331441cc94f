import { describe, expect, it } from 'vitest';
import { startTestServer } from './start-test-server.js';

const SIZE = 390_000;
const fill = (unit: string): string => unit.repeat(Math.floor(SIZE / unit.length));
const hostile: Record<string, string> = {
  'white space': `${fill(' ')}x`, 'lines': `${fill('\n')}x`, 'ends of turns': `${fill('<|im_end|>')}x`, 'spaced ends of turns': `${fill(' </s>')}x`, 'openings': fill('<|im_start|>user\n'), 'image marks': `${fill('<image 1')}`,
  'digits': fill('7'), 'dollars': fill('$'), 'braces': fill('\\boxed{'), 'brackets': fill('['), 'instructions': fill('[INST]'), 'step marks': fill('<extra_0>'), 'headings': fill('Step 1: '), 'half surrogates': fill('\ud800'), 'one line': fill('a b, '), 'equations': fill('1+'),
};

describe('texts that are made to take long', () => {
  it.each(Object.entries(hostile))('%s are answered in seconds on every route that reads text', { timeout: 60_000 }, async (_name, text) => {
    const server = await startTestServer({ server: { maxSteps: 100_000 } });
    const bodies: [string, unknown][] = [
      ['/get_reward', { query: [`What is 2 + 2?${text}`], prompts: ['What is 2 + 2?'], labels: [text] }], ['/get_reward', { query: [text], prompts: [text.slice(1)], labels: null }],
      ['/slime', { prompt: text, response: text, label: text }], ['/pooling', { input: text }], ['/v1/verify', { question: text, images: [`data:${text}`], responses: [text] }],
      ['/v1/steps', { question: 'q', images: [], responses: [text] }],
    ];
    for (const [route, body] of bodies) {
      const start = performance.now();
      const { status } = await server.post(route, body);
      expect([200, 413, 422]).toContain(status);
      expect([route, performance.now() - start < 8000]).toEqual([route, true]);
    }
  });
});
