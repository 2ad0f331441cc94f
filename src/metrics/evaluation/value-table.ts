const CHUNK = 8192;

/** A growing list of numbers in which what was not measured is NaN. Kept in chunks, so that growing never copies. */
export class ValueColumn {
  readonly #chunks: Float64Array[] = [];

  set(row: number, value: number): void {
    const chunk = Math.floor(row / CHUNK);
    while (this.#chunks.length <= chunk) this.#chunks.push(new Float64Array(CHUNK).fill(NaN));
    (this.#chunks[chunk] as Float64Array)[row % CHUNK] = value;
  }

  get(row: number): number {
    return this.#chunks[Math.floor(row / CHUNK)]?.[row % CHUNK] ?? NaN;
  }
}

/** Columns over the same rows, by what they hold. A column comes into being when it is first asked for. */
export class ValueTable {
  readonly #columns = new Map<string, Map<string | number, ValueColumn>>();

  /** @param family e.g. a metric under one gate. @param member e.g. the subset size. */
  column(family: string, member: string | number): ValueColumn {
    let members = this.#columns.get(family);
    if (members === undefined) this.#columns.set(family, (members = new Map()));
    let column = members.get(member);
    if (column === undefined) members.set(member, (column = new ValueColumn()));
    return column;
  }
}
