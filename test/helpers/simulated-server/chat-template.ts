import { cutIntoTokens } from './cut-into-tokens.js';
import type { SeenMessage } from './truth.js';

/** How a model's chat template and tokeniser write what the template adds. */
export interface ChatTemplate {
  /** Tokens before the first message. */
  opening: string[];
  /** A role, as the tokeniser cuts it. */
  role(name: string): string[];
  image: string[];
  /** The tokens of a content as the tokeniser spells them. */
  content(text: string): string[];
  /** What the template puts between the header of the turn to be generated and the answer. */
  generation: string[];
}

export type ChatTemplateName = 'qwen' | 'internvl' | 'thinking';

const qwen: ChatTemplate = {
  opening: [], role: (name) => [name], content: cutIntoTokens, generation: [],
  image: ['<|vision_start|>', '<|image_pad|>', '<|image_pad|>', '<|vision_end|>'],
};

/** `qwen`: Qwen2.5-VL, and InternVL over Qwen. `internvl`: over InternLM2, whose SentencePiece cuts the role in two and marks spaces. `thinking`: an empty thought before an answer, but not in earlier turns. */
export const chatTemplates: Record<ChatTemplateName, ChatTemplate> = {
  qwen,
  internvl: {
    ...qwen, opening: ['<s>'], image: ['<img>', '<IMG_CONTEXT>', '<IMG_CONTEXT>', '</img>'],
    role: (name) => (name === 'assistant' ? ['ass', 'istant'] : [name]),
    content: (text) => cutIntoTokens(text).map((token) => token.replace(/^ /, '\u2581')),
  },
  thinking: { ...qwen, generation: ['<think>', '\n\n', '</think>', '\n\n'] },
};

/** The tokens of a chat up to where the answer begins; those of assistant turns are told apart. */
export function renderChat(messages: readonly SeenMessage[], template: ChatTemplate): { token: string; turn: number | null; place: number }[] {
  const plain = (tokens: readonly string[]): { token: string; turn: number | null; place: number }[] => tokens.map((token) => ({ token, turn: null, place: 0 }));
  const header = (role: string): string[] => ['<|im_start|>', ...template.role(role), '\n'];
  let turn = 0;
  const rendered = messages.flatMap(({ role, text, images }) => {
    const own = role === 'assistant' ? turn++ : null;
    const content = template.content(text).map((token, place) => ({ token, turn: own, place }));
    return [...plain([...header(role), ...images.flatMap(() => template.image)]), ...content, ...plain(['<|im_end|>', '\n'])];
  });
  return [...plain(template.opening), ...rendered, ...plain([...header('assistant'), ...template.generation])];
}
