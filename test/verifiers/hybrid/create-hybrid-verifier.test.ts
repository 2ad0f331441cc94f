import { describe, expect, it } from 'vitest';
import { AbortedError, BackendError, MissingDependencyError } from '../../../src/errors/index.js';
import { createMemoryImage } from '../../../src/images/memory-image.js';
import { loadPrompts } from '../../../src/prompts/load-prompts.js';
import { imageDescriptionSchema, type ImageDescription, type Solution } from '../../../src/schema/index.js';
import { createBuiltinVerifier } from '../../../src/verifiers/builtin/create-builtin-verifier.js';
import { createHybridVerifier } from '../../../src/verifiers/hybrid/create-hybrid-verifier.js';
import { createPromptedVerifier } from '../../../src/verifiers/prompted/create-prompted-verifier.js';
import type { Verifier } from '../../../src/verifiers/verifier.js';
import { fakeVerifier } from '../../helpers/fake-verifier.js';
import { drawTable } from '../builtin/draw-words.js';
import { scriptedModel, softToken, textOf } from '../prompted/scripted-model.js';

const problem = { id: 'p', question: 'How much are tea and jam?' };
const images = [createMemoryImage(new Uint8Array([1]))];
const solution = (...texts: string[]): Solution => ({ steps: texts.map((text) => ({ text, visualDependency: null })), checklist: 'undeclared' });

/** A reader that sees a table of prices, or fails. */
const readerOf = (failure?: Error) => ({
  read: async () => {
    if (failure) throw failure;
    return { width: 300, height: 200, notes: [], words: drawTable([['tea', '$1.10'], ['milk', '$2.20'], ['juice', '$3.30']]) };
  },
  close: async () => undefined,
});

/** A model that describes a drink list, supports each claim, and finds each step right with 0.9. */
async function makeHybrid(failure?: Error) {
  const model = scriptedModel(({ constraint, messages }) => {
    if (constraint?.type === 'choice') return { text: '+', tokens: softToken({ '+': 0.9, '-': 0.1 }) };
    if (constraint?.name !== 'claim_verdicts') return JSON.stringify({ caption: 'A list of drinks.', key_facts: ['Tea is first.'], uncertain: [], constraints: [{ type: 'numeric', subject: ['rows'], value: '3' }] });
    const count = [...textOf({ messages } as never).matchAll(/^\d+\. /gm)].length;
    return JSON.stringify({ verdicts: Array.from({ length: count }, (_, at) => ({ claim: at + 1, verdict: 'supported', evidence: 'As noted.' })) });
  });
  const prompted = createPromptedVerifier({ models: { describe: model, audit: model, judge: model }, prompts: await loadPrompts() });
  return { model, hybrid: createHybridVerifier({ prompted, builtin: createBuiltinVerifier({ reader: readerOf(failure) }) }) };
}
const claims = ['tea costs $1.10', 'milk costs $9.90', 'the cup is red'];
const audit = (verifier: Verifier, description: ImageDescription) => verifier.doAuditChecklist({ problem, description, claims });

describe('createHybridVerifier', () => {
  it('holds printed values against its own reading, also after the description was kept as JSON', async () => {
    const { hybrid, model } = await makeHybrid();
    const made = await hybrid.doDescribeImages({ images, problem });
    const kept = imageDescriptionSchema.parse(JSON.parse(JSON.stringify(made)));
    const { verdicts } = await audit(hybrid, kept);
    expect(verdicts).toEqual((await audit((await makeHybrid()).hybrid, made)).verdicts);
    expect(verdicts.map(({ observable, support, conflict }) => [observable, support > 0.8, conflict > 0.8])).toEqual([[true, true, false], [true, false, true], [true, true, false]]);
    const veto = verdicts[1]?.evidence ?? [];
    expect(veto.map(({ text }) => text)).toEqual(['As noted.', expect.stringContaining('reads $2.20, not $9.90'), expect.stringMatching(/vetoes the claim \(support 0\.00, conflict 0\.\d\d.*the model had support 1\.00/)]);
    // Evidence refers to the reading inside the kept description, with its place in the image.
    expect(kept.constraints.find(({ id }) => id === veto[1]?.constraintId)).toMatchObject({ text: '$2.20', places: veto[1]?.places });
    expect(kept.words.map(({ text }) => text)).toContain('$2.20');
    expect(model.calls).toHaveLength(2);
  });

  it('shows the model nothing of the reading', async () => {
    const { hybrid, model } = await makeHybrid();
    const description = await hybrid.doDescribeImages({ images, problem });
    await audit(hybrid, description);
    await hybrid.doExtractChecklist({ problem, solution: solution('a'), description }).catch(() => undefined);
    await hybrid.doJudgeSteps({ problem, images, description, solution: solution('b') });
    const shown = model.calls.map(textOf).join('\n');
    expect(shown).toContain('rows: 3');
    expect(shown).not.toContain('$2.20');
  });

  it('vetoes a step with false arithmetic, with a description and without', async () => {
    const { hybrid } = await makeHybrid();
    const description = await hybrid.doDescribeImages({ images, problem });
    for (const given of [description, null]) {
      const judged = await hybrid.doJudgeSteps({ problem, images, description: given, solution: solution('1.10 + 5.50 = 6.60', '1.10 + 5.50 = 7.60', 'Fine.') });
      expect(judged.map((one) => one.status === 'scored' && [one.probability.toFixed(2), one.source, one.findings.map(({ kind }) => kind)])).toEqual([
        ['0.90', 'label-logprobs', ['arithmetic']], ['0.10', 'builtin', ['arithmetic', 'arithmetic-veto']], ['0.90', 'label-logprobs', []],
      ]);
    }
  });

  it('lets the prompted result stand when the built-in part fails, and notes it once for the run', async () => {
    const { hybrid, model } = await makeHybrid(new BackendError('OCR of `a.png`: the worker died.', { isRetryable: true }));
    const description = await hybrid.doDescribeImages({ images, problem });
    expect(description).toMatchObject({ caption: 'A list of drinks.', words: [], uncertain: ['Printed text could not be read: OCR of `a.png`: the worker died.'] });
    expect((await audit(hybrid, description)).verdicts.map(({ support, evidence }) => [support, evidence.length])).toEqual(claims.map(() => [1, 1]));
    expect(textOf(model.calls.at(-1) as never)).not.toContain('could not be read');
    await hybrid.doDescribeImages({ images, problem });
    expect(hybrid.readNotes?.()).toEqual(['hybrid: the built-in part failed and the prompted result stands (2 times): OCR of `a.png`: the worker died.']);
  });

  it.each([new AbortedError('Stopped.'), new MissingDependencyError('onnxruntime-node', 'reading text in images')])('does not go on after $name', async (failure) => {
    const { hybrid } = await makeHybrid(failure);
    await expect(hybrid.doDescribeImages({ images, problem })).rejects.toBe(failure);
  });

  it('measures nothing where the prompted part does not', async () => {
    const builtin = fakeVerifier({ verdicts: { tea: { support: 0, conflict: 1 } } });
    const failing = { ...fakeVerifier({ audit: () => { throw new BackendError('no audit', { isRetryable: false }); }, judge: () => ({ status: 'unscored', reason: 'no judge' }) }) };
    const hybrid = createHybridVerifier({ prompted: failing, builtin });
    const description = await hybrid.doDescribeImages({ images, problem });
    await expect(hybrid.doAuditChecklist({ problem, description, claims: ['tea'] })).rejects.toThrow('no audit');
    expect(await hybrid.doJudgeSteps({ problem, images, description, solution: solution('1 + 1 = 3') })).toEqual([{ status: 'unscored', reason: 'no judge' }]);
  });

  it('names and closes both', async () => {
    const closed: string[] = [];
    const part = (id: string, descriptionDependsOnQuestion: boolean): Verifier => ({ ...fakeVerifier({ descriptionDependsOnQuestion }), id, close: async () => { closed.push(id); }, readNotes: () => [`${id} noted`] });
    const hybrid = createHybridVerifier({ prompted: part('prompted/1 (x)', true), builtin: part('builtin/1', false) });
    expect(hybrid).toMatchObject({ id: 'hybrid/1 (prompted/1 (x) + builtin/1)', descriptionDependsOnQuestion: true });
    expect(hybrid.readNotes?.()).toEqual(['prompted/1 (x) noted', 'builtin/1 noted']);
    await hybrid.close();
    expect(closed).toEqual(['prompted/1 (x)', 'builtin/1']);
  });
});
