import { UsageError } from '../../errors/index.js';
import type { ChatModel } from '../chat-model.js';
import type { ConnectedModel } from '../connect-model.js';
import type { FirstModel } from '../first-model.js';
import { withModelCheck } from '../middleware/with-model-check.js';

/**
 * Guards that all endpoints give answers of one model (see withModelCheck). Servers of one kind that are asked for the same
 * name must also answer with the same; others may call it differently.
 * @param named Whether the user named the model at each endpoint.
 * @throws UsageError, and closes all, when endpoints without a name turn out to serve differently named models.
 */
export async function guardOneModel(connected: readonly ConnectedModel[], named: readonly boolean[]): Promise<ChatModel[]> {
  const names = new Set(connected.flatMap(({ name }, at) => (named[at] ? [] : [name])));
  if (names.size > 1) {
    await Promise.all(connected.map(({ model }) => model.close()));
    throw new UsageError(`Expected endpoints that serve one model, but they serve ${[...names].map((name) => `\`${name}\``).join(' and ')}. If these are the same model, name it at each endpoint: http://host:port/v1#name.`);
  }
  const firsts = new Map<string, FirstModel>();
  return connected.map(({ model, name, dialect }) => {
    const kind = `${dialect} ${name}`;
    const first = firsts.get(kind) ?? { name: null, change: null };
    firsts.set(kind, first);
    return withModelCheck(model, first);
  });
}
