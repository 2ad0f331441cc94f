import { describe, expect, it } from 'vitest';
import { startTestServer } from '../server/start-test-server.js';
import { hasPython, runPython } from './run-python.js';
import { startFaultyFront } from './start-faulty-front.js';

type Answer = { value: Record<string, number> } | { error: string; message: string };
const sample = (p: number, more: object = {}) => ({ response: `It is 4. p=${p}`, ground_truth: JSON.stringify({ id: 'sum-1' }), extra_info: { split: 'train', index: 3 }, ...more });

describe.skipIf(!hasPython)('compute_score for verl (needs python3 >= 3.9)', () => {
  it.each([['blocking', false], ['async', true]])('scores 64 samples at once with the same keys, %s', async (_, isAsync) => {
    const { url } = await startTestServer();
    const samples = Array.from({ length: 128 }, (_one, at) => sample(at / 128));
    const answers = (await runPython('verl_score.py', { samples, async: isAsync }, { PRM_SERVER_URL: url })).result as { value: Record<string, number> }[];
    answers.forEach(({ value }, at) => {
      expect(value['score']).toBeCloseTo(at / 128, 5);
      expect(Object.keys(value)).toEqual(Object.keys(answers[0]?.value ?? {}));
    });
    expect(Object.keys(answers[0]?.value ?? {})[0]).toBe('score');
  });

  it('finds the item by extra_info.id, by the ground truth, and by index with the question', async () => {
    const { url } = await startTestServer();
    const samples = [
      sample(0.5, { ground_truth: '4', extra_info: { id: 'sum-1' } }),
      sample(0.5, { ground_truth: '{"id": "sum-1", "answer": "4"}', extra_info: null }),
      sample(0.5, { ground_truth: '4', extra_info: { index: 9, question: 'What is 2 + 2?' } }),
      sample(0.5, { ground_truth: '4', extra_info: { index: 'sum-1' } }),
      sample(0.5, { ground_truth: '4', extra_info: { index: 4 } }),
    ];
    const answers = (await runPython('verl_score.py', { samples, async: false }, { PRM_SERVER_URL: url })).result as Answer[];
    expect(answers.slice(0, 4).map((answer) => 'value' in answer && answer.value['score'])).toEqual([0.5, 0.5, 0.5, 0.5]);
    expect(answers[4]).toMatchObject({ error: 'PrmSetupError' });
  });

  it('judges the answer by the ground truth, not by the rationale that rows of GSM8K hold in extra_info.answer', async () => {
    const { url } = await startTestServer({ dataset: false });
    const question = 'Natalia sold clips to 48 of her friends in April, and then she sold half as many in May. How many did she sell altogether?';
    const rationale = 'Natalia sold 48/2 = 24 clips in May.\nAltogether she sold 48+24 = 72 clips.\n#### 72';
    const row = (response: string, more: object = {}) => ({ response, ground_truth: '72', extra_info: { split: 'train', index: 0, question, answer: rationale, ...more } });
    const { index: _, ...unnumbered } = row('').extra_info;
    const samples = [
      row('She sold 72. The answer is 72.'), row('She sold 48. The answer is 48.'), { ...row('The answer is 72.'), extra_info: unnumbered }, row('The answer is 72.', { id: 'gsm8k-0' }),
      { ...row('The answer is 72.'), ground_truth: JSON.stringify({ id: 'gsm8k-0', answer: '72' }) },
      { ...row('The answer is 72.', { answer: '72' }), ground_truth: null },
    ];
    const answers = (await runPython('verl_score.py', { samples, async: false }, { PRM_SERVER_URL: url })).result as { value: Record<string, number> }[];
    expect(answers.map(({ value }) => value['answer'])).toEqual([1, 0, 1, 1, 1, 1]);
    // A ground truth that names the item alone leaves the answer to the dataset, else to extra_info.
    const [named] = (await runPython('verl_score.py', { samples: [{ ...row('The answer is 72.'), ground_truth: '{"id": "gsm8k-0"}' }], async: false }, { PRM_SERVER_URL: url })).result as { value: Record<string, number> }[];
    expect(named?.value).toMatchObject({ answer_known: 1, answer: 1 });
  });

  it('raises when a sample stays unscored; a number only when told, beside the same keys', async () => {
    const { url } = await startTestServer();
    const samples = [sample(1, { response: 'A riddle.' }), sample(1)];
    const env = { PRM_SERVER_URL: url };
    const [raised, fine] = (await runPython('verl_score.py', { samples, async: true, kwargs: { deadline: 1 } }, env)).result as Answer[];
    expect(raised).toMatchObject({ error: 'PrmUnscored' });
    const [filled] = (await runPython('verl_score.py', { samples, async: true, kwargs: { deadline: 1, on_unscored: 0.3 } }, env)).result as { value: Record<string, number> }[];
    expect(filled?.value).toMatchObject({ score: 0.3, unscored: 1 });
    expect(Object.keys(filled?.value ?? {})).toEqual('value' in (fine as Answer) ? Object.keys((fine as { value: object }).value) : []);
  });

  it.each([
    ['one number', 'verl_score.py', { samples: Array.from({ length: 4 }, () => sample(1)), async: true }],
    ['step rewards', 'verl_steps.py', { samples: Array.from({ length: 4 }, () => sample(1, { extra_info: { id: 'sum-1' } })) }],
  ])('counts the time that a sample waits for a free thread: %s', async (_, driver, request) => {
    const { url } = await startTestServer();
    const silent = await startFaultyFront(url, () => 'silence');
    // One thread: with a deadline each from its own first try, the last of four would come after 16 s.
    const { result, seconds } = await runPython(driver, request, { PRM_SERVER_URL: silent.url, PRM_DEADLINE: '4', PRM_CONCURRENCY: '1' });
    expect(JSON.stringify(result)).toContain('PrmUnscored');
    expect(seconds).toBeLessThan(11);
    // The calls begin, and so end, some milliseconds apart: the second may still be sent.
    expect(silent.requests.length).toBeLessThanOrEqual(2);
  });
});
