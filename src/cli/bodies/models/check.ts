import { z } from 'zod';
import { modelOptionsSchema, toConnection } from '../../../models/model-options.js';
import { EXIT } from '../../exit-codes.js';
import { knownOptions } from '../../known-options.js';
import { globalOptions, verifierOptions } from '../../option-schemas.js';
import { resolveOptions } from '../../resolve-options.js';
import { print, terminalLook } from '../../terminal.js';
import { checkChat } from './check-chat.js';
import { checkPoolingModel } from './check-pooling-model.js';
import { chooseTargets } from './choose-targets.js';
import { formatCheckedModel } from './format-checked-model.js';

const { model, describeModel, auditModel, judgeModel, judge, stepMark } = verifierOptions;
const connection = modelOptionsSchema.shape;

const optionsSchema = z.object({
  ...globalOptions, ...connection, model, describeModel, auditModel, judgeModel, judge, stepMark,
  // Somebody waits for a check: it gives up sooner than a run does.
  timeout: connection.timeout.unwrap().default(120),
  retries: connection.retries.unwrap().default(1),
  json: z.boolean().default(false),
});

/** Asks each model that the options name what it is and what it can do. Nothing is answered from a cache. */
export async function checkModels(argv: Record<string, unknown>, signal: AbortSignal): Promise<number> {
  const options = resolveOptions(optionsSchema, argv, knownOptions);
  const { quiet, json } = options;
  let canJudge = true;
  for (const { spec, isPooling, jobs } of chooseTargets(options)) {
    const target = { ...toConnection(options, { signal }), spec, jobs, endpoints: spec === options.model ? options.endpoint : [] };
    const checked = isPooling ? await checkPoolingModel({ ...target, stepMark: options.stepMark }) : await checkChat({ ...target, quiet });
    await print(json ? `${JSON.stringify(checked)}\n` : formatCheckedModel(checked, terminalLook()));
    if (jobs.includes('judge') && checked.judge.result === null) canJudge = false;
  }
  return canJudge ? EXIT.done : EXIT.failures;
}
