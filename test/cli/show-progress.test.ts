import { afterEach, describe, expect, it, vi } from 'vitest';
import { showProgress } from '../../src/cli/show-progress.js';

const isTty = process.stderr.isTTY;
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  process.stderr.isTTY = isTty;
});

describe('showProgress', () => {
  it('measures speed and time left by a clock that does not jump', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date', 'performance'] });
    process.stderr.isTTY = true;
    const lines: string[] = [];
    vi.spyOn(process.stderr, 'write').mockImplementation((line) => { lines.push(String(line)); return true; });
    const progress = showProgress('problems', false, { total: async () => 100 });
    for (let i = 0; i < 10; i++) progress.tick();
    await vi.advanceTimersByTimeAsync(30_000);
    vi.setSystemTime(Date.now() - 86_400_000);
    await vi.advanceTimersByTimeAsync(30_000);
    progress.end();
    expect(lines.at(-2)).toContain('10/100 problems, 10 a minute, 9 min left');
  });

  it('is silent where nobody looks', () => {
    process.stderr.isTTY = false;
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    showProgress('problems', false).end();
    expect(write).not.toHaveBeenCalled();
  });
});
