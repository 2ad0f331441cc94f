/** How often the line on stderr is renewed, in milliseconds. */
const EVERY = 200;

/** A line on stderr that counts up while work is done. Silent when quiet or when stderr is no terminal. */
export function showProgress(what: string, quiet: boolean): { tick: () => void; end: () => void } {
  if (quiet || process.stderr.isTTY !== true) return { tick: () => undefined, end: () => undefined };
  const start = Date.now();
  let count = 0;
  let shown = 0;
  const show = (): void => {
    shown = Date.now();
    const minutes = (shown - start) / 60_000;
    process.stderr.write(`\r\u001b[K${count} ${what}${minutes > 0.05 ? `, ${Math.round(count / minutes)} a minute` : ''}`);
  };
  return {
    tick: () => { count++; if (Date.now() - shown >= EVERY) show(); },
    end: () => process.stderr.write('\r\u001b[K'),
  };
}
