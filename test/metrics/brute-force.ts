/** Every way to take k of the items. */
export function* subsetsOf<Item>(items: readonly Item[], k: number, start = 0): Generator<Item[]> {
  if (k === 0) {
    yield [];
    return;
  }
  for (let index = start; index < items.length; index += 1) {
    for (const rest of subsetsOf(items, k - 1, index + 1)) yield [items[index] as Item, ...rest];
  }
}

export const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
