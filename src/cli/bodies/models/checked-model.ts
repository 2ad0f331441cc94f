import type { Capability, CheckedJudge } from '../../../models/check/capability.js';

/** What a check found out about one model; this is what `--json` prints. */
export interface CheckedModel {
  /** As ChatModel.id: name, address and fixed settings. */
  id: string;
  /** What the verifier would ask of it. */
  jobs: readonly string[];
  name: string;
  /** The kind of server, `pooling` for a native process reward model. */
  dialect: string;
  /** In tokens; null when the server does not say. */
  contextLength: number | null;
  endpoints: number;
  /** All models that the server lists; null when it has no list. */
  served: readonly string[] | null;
  capabilities: readonly Capability[];
  /** What a real judge call gave. `result` is null when a judge is not possible. */
  judge: { answer: string; result: CheckedJudge | null; milliseconds: number };
}
