import { z } from 'zod';

/** The version tag of the run folder. A change that old readers would misread needs a new number. */
export const RUN_FORMAT = 'prm-run/1';

/** What decides the results of a run: a folder is only resumed with equal settings. */
const runSettingsSchema = z.strictObject({
  /** Id of the verifier, with its version. */
  verifier: z.string(),
  /** Options as resolved, without those that cannot change a result (concurrency, retries, paths of outputs). */
  options: z.record(z.string(), z.unknown()),
  /** Hash of each prompt that is used, by its id. */
  promptHashes: z.record(z.string(), z.string()),
  /** Hash of the input data (see hashFile); null for none. */
  dataHash: z.string().nullable(),
  seed: z.int().nullable(),
});
export type RunSettings = z.infer<typeof runSettingsSchema>;

const count = z.int().nonnegative();

/** A model as one process used it. */
const sessionModelSchema = z.strictObject({
  jobs: z.array(z.string()),
  /** Name, address and every fixed setting, without credentials. */
  id: z.string(),
  name: z.string(),
  /** What the server called the model in its answers. */
  namesSeen: z.array(z.string()),
  dialect: z.string(),
  /** In tokens; null when the server does not say. */
  contextLength: count.nullable(),
  endpoints: count,
  /** Calls that ended (answered from the cache and failed ones included), and tokens paid for. */
  usage: z.strictObject({ calls: count, fromCache: count, failures: count, promptTokens: count, completionTokens: count, prefixCachedTokens: count }),
  /** Warnings of the answers, with how often each came. */
  warnings: z.record(z.string(), count),
  /** Null without a price list, or when it does not have the model. */
  cost: z.strictObject({ amount: z.number().nonnegative(), currency: z.string() }).nullable(),
});
export type SessionModel = z.infer<typeof sessionModelSchema>;

/** One process that worked on the run. */
const runSessionSchema = z.strictObject({
  /** ISO 8601, UTC. */
  startedAt: z.string(),
  /** Null while it runs, and for ever when it was killed. */
  endedAt: z.string().nullable(),
  /** Options as the user gave them. */
  optionsGiven: z.record(z.string(), z.unknown()),
  /** Versions of the packages that did the work, by name. */
  packages: z.record(z.string(), z.string()),
  /** Milliseconds by name of what took them. */
  timings: z.record(z.string(), z.number().nonnegative()),
  /** Models that were asked; absent for none, and in runs of older versions. */
  models: z.array(sessionModelSchema).optional(),
  /** What the verifier learnt while it ran; absent for nothing. */
  notes: z.array(z.string()).optional(),
});
export type RunSession = z.infer<typeof runSessionSchema>;

/** `manifest.json` of a run folder. */
export const runManifestSchema = z.strictObject({
  format: z.literal(RUN_FORMAT),
  settings: runSettingsSchema,
  /** In order of start; the last one is the present or latest. */
  sessions: z.array(runSessionSchema),
});
export type RunManifest = z.infer<typeof runManifestSchema>;
