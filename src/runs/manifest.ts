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
