import type { Constraint } from '../../../schema/index.js';

/** Says in a few plain sentences what kind of printed matter the images hold. */
export function writeCaption(images: number, constraints: readonly Constraint[]): string {
  if (images === 0) return 'No image.';
  const summaries = constraints.flatMap((constraint) => (constraint.type === 'structure' ? [constraint.summary] : []));
  const points = constraints.flatMap((constraint) => (constraint.type === 'text' && constraint.kind === 'point' ? [constraint.text] : []));
  const free = constraints.flatMap((constraint) => (constraint.type === 'numeric' && constraint.kind === 'free' ? [constraint.text] : []));
  const sentences = [
    ...summaries,
    ...(points.length === 0 ? [] : [`Single letters, perhaps points: ${[...new Set(points)].join(', ')}.`]),
    ...(free.length === 0 ? [] : [`Numbers beside no label: ${free.join(', ')}.`]),
  ];
  return sentences.length === 0 ? (constraints.length === 0 ? 'No printed text was read.' : 'Printed text without numbers.') : sentences.join(' ');
}
