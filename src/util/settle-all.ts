/** As Promise.all, but waits for all of them before the first error comes out: nothing goes on behind the caller's back. */
export async function settleAll<T extends readonly unknown[]>(promises: readonly [...{ [K in keyof T]: Promise<T[K]> }]): Promise<T>;
export async function settleAll<T>(promises: readonly Promise<T>[]): Promise<T[]>;
export async function settleAll(promises: readonly Promise<unknown>[]): Promise<unknown[]> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}
