import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';

const MAX_LINE = 1_000_000;
const MAX_STDERR = 2000;

/** Why a process gave no line. */
export class NoLineError extends Error {}

/** One running checker: takes lines on standard input, gives lines on standard output. */
export class CheckerProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  #buffer = '';
  #stderr = '';
  #ended: string | null = null;
  #wake: (() => void) | null = null;

  constructor([programme, ...args]: readonly [string, ...string[]]) {
    this.#child = spawn(programme, args, { stdio: 'pipe' });
    this.#child.stdout.setEncoding('utf8').on('data', (text: string) => this.#add(text));
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => { this.#stderr = `${this.#stderr}${text}`.slice(-MAX_STDERR); });
    // A checker that ends early closes its input: the reason is told by its exit.
    this.#child.stdin.on('error', () => undefined);
    this.#child.on('error', (error) => this.#end(`the command ${programme} could not be started: ${error.message}`));
    this.#child.on('close', (code, signal) => this.#end(`the command ended with ${code === null ? `signal ${signal}` : `code ${code}`}${this.#stderr.trim() === '' ? '' : `: ${this.#stderr.trim().split('\n').at(-1)?.slice(0, 300)}`}`));
  }

  get isRunning(): boolean {
    return this.#ended === null;
  }

  /** Sends a line and waits for the next one; rejects with `NoLineError` when the process ends first, says too much, or takes longer than allowed. */
  async ask(line: string, timeoutMs: number, isLast: boolean): Promise<string> {
    this.#buffer = '';
    this.#child.stdin.write(`${line}\n`);
    if (isLast) this.#child.stdin.end();
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      const end = this.#buffer.indexOf('\n');
      if (end >= 0) return this.#buffer.slice(0, end);
      if (this.#buffer.length > MAX_LINE) throw new NoLineError(`the command wrote ${MAX_LINE} characters without a line break`);
      if (this.#ended !== null) {
        if (this.#buffer.trim() !== '') return this.#buffer;
        throw new NoLineError(this.#ended);
      }
      const left = deadline - performance.now();
      if (left <= 0) throw new NoLineError(`the command took longer than ${timeoutMs} ms`);
      await this.#waitForNews(left);
    }
  }

  /** Ends it at once. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }

  /** Closes its input and waits until it has ended; after the grace time it is killed. */
  async close(graceMs: number): Promise<void> {
    this.#child.stdin.end();
    const timer = setTimeout(() => this.kill(), graceMs);
    while (this.#ended === null) await this.#waitForNews(graceMs);
    clearTimeout(timer);
  }

  #add(text: string): void {
    this.#buffer += text;
    this.#wake?.();
  }

  #end(reason: string): void {
    this.#ended ??= reason;
    this.#wake?.();
  }

  async #waitForNews(timeoutMs: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = null;
  }
}
