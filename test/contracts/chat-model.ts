import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AbortedError } from '../../src/errors/index.js';
import { createMemoryImage } from '../../src/images/memory-image.js';
import type { ChatModel, GenerateCall } from '../../src/models/chat-model.js';
import { tinyPng } from '../helpers/tiny-png.js';

export interface ChatModelUnderTest {
  model: ChatModel;
  /** The one answer that this model must give to "Say plus." (free), and to a choice of "+" and "-". */
  answer: string;
  /** Whether it can tell token log-probabilities. */
  hasLogprobs: boolean;
  /** What it read last, for models that tell: text and number of images. */
  lastSeen?: () => { text: string; images: number };
  close(): Promise<void>;
}

/** What every ChatModel promises, whatever is behind it. */
export function describeChatModelContract(name: string, open: () => Promise<ChatModelUnderTest>): void {
  describe(`ChatModel contract: ${name}`, () => {
    let tested: ChatModelUnderTest;
    beforeAll(async () => { tested = await open(); });
    afterAll(() => tested.close());

    const call = (extra: Partial<GenerateCall> = {}): GenerateCall => ({
      messages: [{ role: 'system', content: [{ type: 'text', text: 'You judge.' }] }, { role: 'user', content: [{ type: 'text', text: 'Say plus.' }] }],
      sampling: { temperature: 0, maxTokens: 8 },
      sampleIndex: 0,
      ...extra,
    });

    it('has an id without spaces at its ends', () => expect(tested.model.id).toMatch(/^\S.*\S$/));

    it('answers text', async () => {
      const { text, finishReason, warnings } = await tested.model.doGenerate(call());
      expect(text).toBe(tested.answer);
      expect(finishReason).toBe('stop');
      expect(warnings).toEqual([]);
    });

    it('keeps to a choice and gives the bare choice', async () => {
      const { text } = await tested.model.doGenerate(call({ constraint: { type: 'choice', choices: ['+', '-'] } }));
      expect(text).toBe(tested.answer);
    });

    it('gives tokens that spell the text, with alternatives from the most probable down', async () => {
      const { text, tokens } = await tested.model.doGenerate(call({ constraint: { type: 'choice', choices: ['+', '-'] }, topLogprobs: 5 }));
      if (!tested.hasLogprobs) return expect(tokens).toBeNull();
      expect(tokens?.map(({ token }) => token).join('').trim()).toBe(text);
      for (const { logprob, top } of tokens ?? []) {
        expect(logprob).toBeLessThanOrEqual(0);
        expect(top.map((other) => other.logprob)).toEqual(top.map((other) => other.logprob).sort((a, b) => b - a));
      }
    });

    it('gives no tokens when none are asked for', async () => expect((await tested.model.doGenerate(call())).tokens).toBeNull());

    it('takes several images in one message', async () => {
      const images = [createMemoryImage(tinyPng(1)), createMemoryImage(tinyPng(2))];
      const content = [{ type: 'text' as const, text: 'Say plus.' }, ...images.map((image) => ({ type: 'image' as const, image }))];
      await tested.model.doGenerate(call({ messages: [{ role: 'user', content }] }));
      if (tested.lastSeen) expect(tested.lastSeen()).toEqual({ text: 'Say plus.', images: 2 });
    });

    it('takes text as it is: braces, controls, right-to-left', async () => {
      const text = 'Say {{plus}} ${x}\u0007 \u05d0\u202e \ud83d\ude00';
      await tested.model.doGenerate(call({ messages: [{ role: 'user', content: [{ type: 'text', text }] }] }));
      if (tested.lastSeen) expect(tested.lastSeen().text).toBe(text);
    });

    it('throws AbortedError for a signal that has fired', async () => {
      await expect(tested.model.doGenerate(call({ signal: AbortSignal.abort() }))).rejects.toBeInstanceOf(AbortedError);
    });

    it('answers many calls at once', async () => {
      const texts = await Promise.all(Array.from({ length: 20 }, (_, sampleIndex) => tested.model.doGenerate(call({ sampleIndex })).then(({ text }) => text)));
      expect(new Set(texts)).toEqual(new Set([tested.answer]));
    });
  });
}
