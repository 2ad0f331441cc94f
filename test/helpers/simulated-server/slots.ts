/** A server's slots: so many requests run at once, the others wait in line. */
export class Slots {
  private free: number;
  private readonly waiting: (() => void)[] = [];
  busy = 0;
  mostBusy = 0;

  constructor(size: number) {
    this.free = size;
  }

  async take(): Promise<() => void> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.mostBusy = Math.max(this.mostBusy, ++this.busy);
    return () => {
      this.busy--;
      const next = this.waiting.shift();
      if (next) next();
      else this.free++;
    };
  }
}
