import { normalizeText } from '../../util/normalize-text.js';
import { imageMark } from './image-mark.js';

const marks = new RegExp(imageMark, 'g');

/** The wording of a question as it is compared: NFKC, white space and letter case levelled, and without the marks that stand for images or number them. */
export function normalizeQuestion(text: string): string {
  return normalizeText(text)
    .replace(marks, ' ')
    .replace(/^(?:\s*(?:Image|Picture|Frame)-?\s?\d+:)+/, ' ')
    .toLowerCase().replace(/\s+/g, ' ').trim();
}
