import { AbortedError, UsageError } from '../errors/index.js';
import type { ChatModel, GenerateCall, GenerateResult } from './chat-model.js';
import { describeModel } from './describe-model.js';
import type { DialectName } from './dialect.js';
import { describeHttpError } from './http/describe-http-error.js';
import type { HttpClient } from './http/http-client.js';
import { tryJson } from './http/try-json.js';
import { malformedAnswer } from './malformed-answer.js';
import { ModelError } from './model-error.js';
import { chooseDialect } from './openai/choose-dialect.js';
import { createImageUrls } from './openai/create-image-urls.js';
import { mergeBody } from './openai/merge-body.js';
import { createRefusedFeatures } from './openai/refused-features.js';

export interface OpenAiModelOptions {
  http: HttpClient;
  /** Without a trailing slash: `http://localhost:8000/v1`. */
  baseUrl: string;
  /** The model's name as the server knows it. */
  name: string;
  /** How the server spells things (see probeDialect). */
  dialect: DialectName;
  /** Name of the environment variable that held the key, for messages. */
  apiKeyEnv?: string | null | undefined;
  /** Fields added to every request: chat template arguments, image processor arguments, adapter names. They win over ours. */
  extraBody?: Readonly<Record<string, unknown>> | undefined;
  /** Largest width times height of an image that is sent. Default: no limit. */
  maxPixels?: number | undefined;
  /** Limit of one request in milliseconds. Default 10 minutes. */
  timeoutMs?: number | undefined;
}

/** These would change what comes back in ways that we do not read. */
const ownFields = ['messages', 'stream', 'n'];

/**
 * A model behind a server that speaks OpenAI's chat protocol (or Ollama's own). A wish that the server refuses
 * (log-probabilities, a constraint) is dropped once and named in `warnings`.
 */
export function createOpenAiModel(options: OpenAiModelOptions): ChatModel {
  const { http, baseUrl, name, apiKeyEnv = null, extraBody = {}, maxPixels, timeoutMs = 600_000 } = options;
  const taken = ownFields.find((field) => field in extraBody);
  if (taken !== undefined) throw new UsageError(`Expected extra body fields other than ${ownFields.join(', ')}, but got \`${taken}\`. Take it out.`);
  const dialect = chooseDialect(options.dialect);
  const toUrl = createImageUrls({ maxPixels });
  const refused = createRefusedFeatures();
  const { origin } = new URL(baseUrl);

  async function attempt(call: GenerateCall, imageUrls: readonly string[]): Promise<GenerateResult> {
    const body = mergeBody(dialect.buildBody(call, { model: name, imageUrls }), extraBody);
    const answer = await http.send({ method: 'POST', url: dialect.chatUrl(baseUrl), body, timeoutMs, signal: call.signal });
    if (answer.status >= 400) throw describeHttpError({ answer, origin, redact: http.redact, apiKeyEnv, now: Date.now() });
    const json = tryJson(answer.text);
    if (json === undefined) throw malformedAnswer(`${origin} sent ${answer.text === '' ? 'nothing' : 'something that is not JSON'}`);
    return dialect.readAnswer(json, call);
  }

  return {
    id: describeModel(baseUrl, name, { kind: dialect.name, maxPixels, extraBody }),
    async doGenerate(call) {
      const images = call.messages.flatMap(({ content }) => content.flatMap((part) => (part.type === 'image' ? [part.image] : [])));
      const imageUrls = await Promise.all(images.map(toUrl));
      if (call.signal?.aborted) throw new AbortedError('Stopped.');
      for (;;) {
        const stripped = refused.strip(call);
        try {
          const result = await attempt(stripped, imageUrls);
          return { ...result, warnings: [...result.warnings, ...dialect.warnings(call), ...refused.warnings(call)] };
        } catch (error) {
          if (!(error instanceof ModelError && refused.learn(error, stripped))) throw error;
        }
      }
    },
    close: () => http.close(),
  };
}
