import { overTriple } from './over-triple.js';

/** gated = s·raw, with s support: everything but support shrinks the reward toward 0, from both sides. */
export const symmetricGate = overTriple((raw, { support }) => support * raw);
