import type { ImageDescription } from '../../schema/index.js';

/** Marks the constraints that the built-in reader made: `print-c12`. */
const PRINT = 'print-';
const UNREAD = 'Printed text could not be read: ';

/**
 * Joins what a model describes with what the built-in reader read. Both stand side by side in one description, which a
 * run keeps as JSON: after a resume each part can be told apart again by the ids alone, without reading the images anew.
 * @param print The reading, or the reason why there is none.
 */
export function joinDescriptions(described: ImageDescription, print: ImageDescription | string): ImageDescription {
  if (typeof print === 'string') return { ...described, uncertain: [...described.uncertain, `${UNREAD}${print}`] };
  const { constraints, words, imageSizes } = print;
  return { ...described, constraints: [...described.constraints, ...constraints.map((constraint) => ({ ...constraint, id: `${PRINT}${constraint.id}` }))], words, imageSizes };
}

/**
 * Takes a joined description apart. The model's part comes without the reading, so that a model never audits against
 * what it is then compared with; the reading keeps its marked ids, to which evidence refers.
 */
export function splitDescription(joined: ImageDescription): { described: ImageDescription; print: ImageDescription } {
  const isPrint = ({ id }: { id: string }): boolean => id.startsWith(PRINT);
  return {
    described: { ...joined, constraints: joined.constraints.filter((one) => !isPrint(one)), uncertain: joined.uncertain.filter((line) => !line.startsWith(UNREAD)) },
    print: { caption: '', keyFacts: [], uncertain: [], constraints: joined.constraints.filter(isPrint), words: joined.words, imageSizes: joined.imageSizes },
  };
}
