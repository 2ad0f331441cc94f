import { loadAlphabet } from './ocr-alphabet.js';
import { openOcrSession, type OcrSession } from './ocr-session.js';

/** The networks of the reader, opened. */
export interface OcrModels {
  det: OcrSession;
  cls: OcrSession;
  rec: OcrSession;
  /** Text of each class of `rec`. */
  alphabet: string[];
}

/** Opens the networks with `threads` threads each. */
export async function loadModels(threads: number): Promise<OcrModels> {
  const [det, cls, rec, alphabet] = await Promise.all([
    openOcrSession('det', threads), openOcrSession('cls', threads), openOcrSession('rec', threads), loadAlphabet(),
  ]);
  return { det, cls, rec, alphabet };
}
