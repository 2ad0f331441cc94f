const isAscii = /^[\0-\x7f]*$/;

/**
 * Makes pieces of tokens comparable with labels: the space and newline marks of tokenisers, full-width signs, and the
 * several dashes and minus signs all become plain ones.
 */
export function normalizePiece(piece: string): string {
  // Nearly all pieces are plain already.
  if (isAscii.test(piece)) return piece;
  return piece
    .replace(/[\u0120\u2581]/g, ' ')
    .replace(/\u010a/g, '\n')
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
}
