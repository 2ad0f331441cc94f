import { BackendError, UsageError } from '../errors/index.js';
import type { ChatModel, GenerateCall, GenerateResult } from './chat-model.js';
import { systemClock, type Clock } from './clock.js';
import { chooseEndpoint } from './endpoints/choose-endpoint.js';
import { EndpointHealth } from './endpoints/endpoint-health.js';
import { ModelError } from './model-error.js';

interface Endpoint {
  id: string;
  model: ChatModel;
  load: number;
  health: EndpointHealth;
}

/**
 * Makes one model of several endpoints that serve the same one. Calls that share an image go to the same endpoint while
 * its load allows. A call that fails in a way another endpoint may not is passed on to the next; an endpoint that
 * failed three times in a row is left out, and tried again after a rest. When all are ill, the one that wakes first is used.
 * The id is that of the first: runs and caches go on when a further endpoint comes or goes.
 */
export function balanceEndpoints(models: readonly ChatModel[], options: { clock?: Clock } = {}): ChatModel {
  const { clock = systemClock } = options;
  const [first] = models;
  if (first === undefined) throw new UsageError('Expected at least one endpoint, but got none.');
  if (models.length === 1) return first;
  const endpoints: Endpoint[] = models.map((model) => ({ id: model.id, model, load: 0, health: new EndpointHealth() }));

  function choose(tried: ReadonlySet<Endpoint>, affinity: string): Endpoint | undefined {
    const left = endpoints.filter((endpoint) => !tried.has(endpoint));
    const well = left.filter(({ health }) => health.isWell(clock.now()));
    if (well.length > 0) return chooseEndpoint(well, affinity);
    return tried.size > 0 ? undefined : left.reduce((a, b) => (a.health.wakesAt <= b.health.wakesAt ? a : b));
  }

  async function ask({ model, health }: Endpoint, call: GenerateCall): Promise<GenerateResult> {
    health.begin();
    try {
      const result = await model.doGenerate(call);
      health.succeed();
      return result;
    } catch (error) {
      // An endpoint that is only busy is not ill.
      const isBusy = error instanceof ModelError && error.kind === 'rate-limit';
      if (mayPassElsewhere(error) && !isBusy) health.fail(clock.now());
      else health.ignore();
      throw error;
    }
  }

  return {
    id: first.id,
    async doGenerate(call) {
      const affinity = await findAffinity(call);
      const tried = new Set<Endpoint>();
      let failure: unknown;
      for (let endpoint = choose(tried, affinity); endpoint; endpoint = choose(tried, affinity)) {
        tried.add(endpoint);
        endpoint.load++;
        try {
          return await ask(endpoint, call);
        } catch (error) {
          if (!mayPassElsewhere(error) || call.signal?.aborted) throw error;
          // One server without this address does not end a run that another may go on with.
          if (failure === undefined || error.isRetryable) failure = error;
        } finally {
          endpoint.load--;
        }
      }
      throw failure;
    },
    close: async () => { await Promise.all(models.map((model) => model.close())); },
  };
}

/** Whether the failure is one of the server, not of what it was asked. A proxy whose server is gone answers as if there were nothing at the address. */
function mayPassElsewhere(error: unknown): error is BackendError {
  return error instanceof BackendError && (error.isRetryable || (error instanceof ModelError && error.kind === 'wrong-address'));
}

/** What a prefix cache would share: the images, or without any the first message of the user. */
async function findAffinity({ messages }: GenerateCall): Promise<string> {
  const parts = messages.filter(({ role }) => role !== 'system').flatMap(({ content }) => content);
  const images = parts.flatMap((part) => (part.type === 'image' ? [part.image.sha256()] : []));
  if (images.length > 0) return (await Promise.all(images)).join(' ');
  const [first] = parts;
  return first?.type === 'text' ? first.text : '';
}
