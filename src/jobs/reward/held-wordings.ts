/** Characters of a wording by which it is looked up; most questions differ within them. */
const HEAD = 12;

/** Finds the longest of many wordings that stands in a text, in time that grows with the text and not with their number. */
export class HeldWordings {
  /** Longest first. */
  readonly #byHead = new Map<string, string[]>();
  readonly #short: string[];

  constructor(wordings: Iterable<string>) {
    const longestFirst = [...wordings].sort((a, b) => b.length - a.length);
    this.#short = longestFirst.filter(({ length }) => length < HEAD);
    for (const wording of longestFirst) {
      if (wording.length < HEAD) break;
      const head = wording.slice(0, HEAD);
      const list = this.#byHead.get(head);
      if (list) list.push(wording);
      else this.#byHead.set(head, [wording]);
    }
  }

  longestIn(text: string): string | null {
    let longest: string | null = null;
    for (let at = 0; at + HEAD <= text.length; at++) {
      for (const wording of this.#byHead.get(text.slice(at, at + HEAD)) ?? []) {
        if (longest !== null && wording.length <= longest.length) break;
        if (text.startsWith(wording, at)) longest = wording;
      }
    }
    return longest ?? this.#short.find((wording) => text.includes(wording)) ?? null;
  }
}
