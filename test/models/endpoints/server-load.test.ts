import { describe, expect, it } from 'vitest';
import { AdaptiveLimit } from '../../../src/models/endpoints/adaptive-limit.js';
import { sumLoad } from '../../../src/models/endpoints/server-load.js';

describe('sumLoad', () => {
  it('adds up what runs, what waits and the room of all servers', async () => {
    const limits = [new AdaptiveLimit({ start: 1, max: 1 }), new AdaptiveLimit({ start: 3, max: 5 })];
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => { end = resolve; });
    const tasks = [0, 0, 1, 1].map((at) => limits[at]?.run('kind', () => ended, () => 'ok'));
    expect(sumLoad(limits)).toEqual({ inFlight: 3, waiting: 1, limit: 4 });
    end();
    await Promise.all(tasks);
    expect(sumLoad(limits)).toMatchObject({ inFlight: 0, waiting: 0 });
    expect(sumLoad([])).toEqual({ inFlight: 0, waiting: 0, limit: 0 });
  });
});
