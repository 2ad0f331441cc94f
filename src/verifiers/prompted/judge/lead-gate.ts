/**
 * Lets the first request about the same images go ahead alone, so that the server has their prefix in its cache
 * when the others come. What becomes of the first does not matter to the others.
 */
export function createLeadGate(): <T>(images: object, run: () => Promise<T>) => Promise<T> {
  const leads = new WeakMap<object, Promise<void>>();
  return async (images, run) => {
    const lead = leads.get(images);
    if (lead !== undefined) {
      await lead;
      return run();
    }
    const result = run();
    leads.set(images, result.then(() => undefined, () => undefined));
    return result;
  };
}
