import type { Constraint, ImageDescription } from '../../schema/index.js';
import { stableStringify } from '../../util/stable-stringify.js';
import type { DescriptionPart } from './corruption.js';

/** One fact of a description, the smallest thing that is hit or not. */
export type FactUnit =
  | { part: 'caption' | 'key-facts'; key: string; text: string }
  | { part: 'constraints'; key: string; constraint: Constraint };

/**
 * Lists the facts of a description in order. The key of a fact is its content and its number among equal facts of its part: it does not
 * change when other facts come, go or move, nor with ids, places and confidences.
 */
export function listFacts({ caption, keyFacts, constraints }: ImageDescription): FactUnit[] {
  const seen = new Map<string, number>();
  const name = (part: DescriptionPart, content: string): string => {
    const occurrence = seen.get(part + content) ?? 0;
    seen.set(part + content, occurrence + 1);
    return `${part}:${occurrence}:${content}`;
  };
  return [
    ...(caption === '' ? [] : [{ part: 'caption' as const, key: name('caption', caption), text: caption }]),
    ...keyFacts.map((text) => ({ part: 'key-facts' as const, key: name('key-facts', text), text })),
    ...constraints.map((constraint) => ({ part: 'constraints' as const, key: name('constraints', contentOf(constraint)), constraint })),
  ];
}

function contentOf({ id: _, places: __, confidence: ___, ...content }: Constraint): string {
  return stableStringify('alternatives' in content ? { ...content, alternatives: [] } : content);
}
