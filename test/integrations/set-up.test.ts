import { describe, expect, it } from 'vitest';
import { createProblemIndex } from '../../src/jobs/reward/problem-index.js';
import { tempFolder } from '../helpers/temp-folder.js';
import { startTestServer } from '../server/start-test-server.js';
import { hasPython, runPython } from './run-python.js';

interface Told { value?: (number | null)[]; before: { value?: (number | null)[]; error?: string } | null; error?: string; message?: string }
const question = 'What is 2 + 2?';
/** A server that has the images of none of its problems but `plain`, which has no image. */
const start = () => startTestServer({
  images: tempFolder(),
  problems: createProblemIndex([{ id: 'plain', question, images: [] }, { id: 'geo-1', question, images: ['geo/1.png'] }, { id: 'geo-2', question, images: ['geo/2.png'] }]),
});
const columns = (...id: string[]) => ({ prompts: id.map(() => question), completions: id.map(() => 'p=0.5'), id });
const trl = async (request: object, url: string) => (await runPython('trl.py', { async: false, ...request }, { PRM_SERVER_URL: url })).result as Told;
const isSetupError = (line: string) => ({ error: 'PrmSetupError', message: expect.stringMatching(line) as string });

describe.skipIf(!hasPython)('a wrong image root, which is every sample (needs python3 >= 3.9)', () => {
  it.each([['blocking', false], ['async', true]])('stops the training at the first call with the line of the server, %s', async (_, isAsync) => {
    const { url } = await start();
    expect(await trl({ columns: columns('geo-1', 'geo-2', 'geo-1'), async: isAsync }, url)).toMatchObject(isSetupError('422.*geo/1\\.png.*--images'));
  });

  it('says so again to a trainer that tries again', async () => {
    const { url } = await start();
    expect(await trl({ before: columns('geo-1'), columns: columns('geo-2') }, url)).toMatchObject({ before: { error: 'PrmSetupError' }, ...isSetupError('geo/2') });
  });

  it('is no matter of set-up where one sample of the first call is measured, nor in a later call: one odd batch does not end a long training', async () => {
    const { url } = await start();
    expect(await trl({ before: columns('geo-1', 'plain'), columns: columns('geo-1', 'geo-2') }, url)).toMatchObject({ before: { value: [null, 0.5] }, value: [null, null] });
  });

  it.each([
    ['verl', 'verl_score.py', { async: true, samples: [{ response: 'p=0.5', ground_truth: '{"id": "geo-1"}' }] }],
    ['steps of verl', 'verl_steps.py', { samples: [{ response: 'p=0.5', extra_info: { id: 'geo-1' } }] }],
    ['ms-swift', 'ms_swift.py', { columns: { completions: ['p=0.5', 'p=0.5'], id: ['geo-1', 'geo-2'] } }],
    ['EasyR1', 'easyr1.py', { inputs: [{ response: 'p=0.5', response_length: 5, ground_truth: '{"id": "geo-1"}' }] }],
    ['OpenRLHF', 'openrlhf.py', [{ query: `${question}p=0.5`, prompt: question, label: '{"id": "geo-1"}' }]],
  ])('is told, and not hidden by a number for what is unscored: %s', async (_, driver, request) => {
    const { url } = await start();
    const { result } = await runPython(driver, request, { PRM_SERVER_URL: url, PRM_ON_UNSCORED: '0.25' });
    expect([result].flat()[0]).toMatchObject(isSetupError('geo/1'));
  });
});
