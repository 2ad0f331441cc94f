import { beforeAll, describe, expect, it } from 'vitest';
import { ParseError } from '../../../src/errors/index.js';
import { createMemoryImage } from '../../../src/images/memory-image.js';
import { loadPrompts } from '../../../src/prompts/load-prompts.js';
import type { PromptLibrary } from '../../../src/prompts/prompt-library.js';
import { claimVerdictSchema, imageDescriptionSchema, type ImageDescription, type Solution } from '../../../src/schema/index.js';
import { createPromptedVerifier } from '../../../src/verifiers/prompted/create-prompted-verifier.js';
import type { PromptedSettings } from '../../../src/verifiers/prompted/prompted-settings.js';
import type { Verifier } from '../../../src/verifiers/verifier.js';
import { emptyDescription } from '../../helpers/fake-verifier.js';
import { scriptedModel, textOf } from './scripted-model.js';

let prompts: PromptLibrary;
beforeAll(async () => {
  prompts = await loadPrompts();
});

type Answer = Parameters<typeof scriptedModel>[0];
function make(answer: Answer | unknown, settings: PromptedSettings = {}): { verifier: Verifier; model: ReturnType<typeof scriptedModel> } {
  const model = scriptedModel(typeof answer === 'function' ? answer as Answer : () => JSON.stringify(answer));
  return { model, verifier: createPromptedVerifier({ models: { describe: model, audit: model, judge: model }, prompts, settings }) };
}
const problem = { id: 'p', question: 'How long is AB?' };
const images = [createMemoryImage(new Uint8Array([1])), createMemoryImage(new Uint8Array([2]))];
const solution: Solution = { steps: ['AB is 5.', 'BC is parallel to DE.', '5 + 5 = 10.'].map((text) => ({ text, visualDependency: null })), checklist: 'undeclared' };
const description: ImageDescription = { ...emptyDescription, caption: 'A triangle.', keyFacts: ['AB is marked 5.'], uncertain: ['The label of BC.'] };

describe('describing', () => {
  it('reads typed constraints and keeps unknown kinds as text', async () => {
    const { verifier, model } = make({
      caption: 'A triangle.', key_facts: ['AB is 5 cm', 7], uncertain: [],
      constraints: [
        { type: 'numeric', subject: 'AB', value: 5, unit: 'cm' }, { type: 'numeric', subject: [], value: '12 %', unit: null, confidence: 0.9 },
        { type: 'relation', predicate: 'parallel', arguments: ['AC', 'DE'] }, { type: 'structure', kind: 'table', columns: ['Day', 'Apples'], rows: ['Tuesday'], summary: 'two columns' },
        { type: 'text', text: 'Area = 20' }, { type: 'colour', of: 'ABC', value: 'red' }, 'AB is red', { type: 'relation' }, null,
      ],
    });
    const made = await verifier.doDescribeImages({ images, problem });
    expect(imageDescriptionSchema.parse(made)).toEqual(made);
    expect(made.keyFacts).toEqual(['AB is 5 cm', '7']);
    expect(made.constraints.map(({ id, places: _, confidence, ...rest }) => [id, confidence, rest])).toEqual([
      ['c1', 0.5, { type: 'numeric', kind: 'label-value', subject: ['AB'], text: '5', value: 5, unit: 'cm', alternatives: [] }],
      ['c2', 0.9, { type: 'numeric', kind: 'free', subject: [], text: '12 %', value: 12, unit: null, alternatives: [] }],
      ['c3', 0.5, { type: 'relation', predicate: 'parallel', arguments: ['AC', 'DE'] }],
      ['c4', 0.5, { type: 'structure', kind: 'table', columns: ['Day', 'Apples'], rows: ['Tuesday'], summary: 'two columns' }],
      ['c5', 0.5, { type: 'text', kind: 'line', text: 'Area = 20', alternatives: [] }],
      ['c6', 0.5, { type: 'text', kind: 'line', text: '{"type":"colour","of":"ABC","value":"red"}', alternatives: [] }],
      ['c7', 0.5, { type: 'text', kind: 'line', text: 'AB is red', alternatives: [] }],
      ['c8', 0.5, { type: 'text', kind: 'line', text: '{"type":"relation"}', alternatives: [] }],
    ]);
    expect(model.calls[0]?.messages[1]?.content.filter(({ type }) => type === 'image')).toHaveLength(2);
    expect(model.calls[0]?.constraint).toMatchObject({ type: 'json', name: 'image_description' });
  });

  it('reads the one paragraph of the reference', async () => {
    const { verifier } = make({ image_description: 'A combined cone.' }, { promptSet: 'evpv' });
    expect(await verifier.doDescribeImages({ images, problem })).toMatchObject({ caption: 'A combined cone.', keyFacts: [], constraints: [] });
  });

  it('does not ask about images that are not there', async () => {
    const { verifier, model } = make({});
    expect((await verifier.doDescribeImages({ images: [], problem })).uncertain).toEqual(['The problem has no image.']);
    expect(model.calls).toHaveLength(0);
  });

  it.each<[string, unknown]>([['no JSON', () => 'A triangle.'], ['an empty description', {}], ['JSON that is cut off', () => ({ text: '{"caption": "A triangle", "key_facts": ["AB', finishReason: 'length' })]])('throws on %s, after asking again', async (_, answer) => {
    const { verifier, model } = make(answer);
    await expect(verifier.doDescribeImages({ images, problem })).rejects.toThrow(ParseError);
    expect(model.calls).toHaveLength(2);
    expect(textOf(model.calls[1] as never)).toContain('[image][image]');
  });

  it('says whether the description depends on the question', () => {
    expect(make({}).verifier.descriptionDependsOnQuestion).toBe(true);
  });
});

describe('extracting', () => {
  it('merges equal claims, turns steps to 0-based and sorts by first use', async () => {
    const { verifier } = make({ claims: [{ claim: 'BC ∥ DE', steps: [2] }, { claim: 'AB = 5', steps: ['1'] }, { claim: ' AB = 5 ', steps: 3 }, { claim: '', steps: [1] }] });
    expect(await verifier.doExtractChecklist({ problem, solution })).toEqual([
      { claim: 'AB = 5', steps: [0, 2], origin: 'extracted' }, { claim: 'BC ∥ DE', steps: [1], origin: 'extracted' },
    ]);
  });

  it.each([4, 0, 1.5])('asks again about step %d of three', async (step) => {
    const { verifier, model } = make((_: unknown, index: number) => JSON.stringify({ claims: index === 0 ? [{ claim: 'AB = 5', steps: [step] }] : [] }));
    expect(await verifier.doExtractChecklist({ problem, solution })).toEqual([]);
    expect(textOf(model.calls[1] as never)).toContain(`Expected step numbers from 1 to 3 for each claim, got ${step}`);
  });
});

const verdict = (claim: number, changes: object = {}): object => ({ claim, observable: true, verdict: 'supported', severity: null, evidence: 'AB is marked 5.', ...changes });

describe('auditing with our prompt', () => {
  const claims = ['AB = 5', 'BC ∥ DE', 'ABC is red'];

  it('reads one verdict a claim, in the order of the claims', async () => {
    const { verifier, model } = make({ verdicts: [verdict(3, { verdict: 'unknown', observable: false, evidence: '' }), verdict(1), verdict(2, { verdict: 'Contradicted', severity: 'LOW', observable: false, evidence: 'It meets DE.' })] });
    const { verdicts, reportedP } = await verifier.doAuditChecklist({ problem, description, claims });
    for (const one of verdicts) expect(claimVerdictSchema.parse(one)).toEqual(one);
    expect(verdicts.map(({ claim, observable, support, conflict, unknown, severity }) => [claim, observable, support, conflict, unknown, severity])).toEqual([
      ['AB = 5', true, 1, 0, 0, null], ['BC ∥ DE', true, 0, 1, 0, 'low'], ['ABC is red', false, 0, 0, 1, null],
    ]);
    expect(reportedP).toBeNull();
    const shown = textOf(model.calls[0] as never);
    expect(shown).toContain('Notes:\nA triangle.\nFacts:\n- AB is marked 5.\nNot certain:\n- The label of BC.');
    expect(shown).toContain('Claims:\n1. AB = 5\n2. BC ∥ DE\n3. ABC is red\n');
    expect(shown).not.toContain('[image]');
  });

  it.each<[string, object[], RegExp]>([
    ['a claim without a verdict', [verdict(1), verdict(2)], /got none for claim 3/],
    ['a claim that does not exist', [verdict(1), verdict(2), verdict(3), verdict(4)], /got a verdict for claim 4/],
    ['two verdicts that differ', [verdict(1), verdict(2), verdict(3), verdict(1, { verdict: 'unknown' })], /several that differ/],
    ['an unknown word', [verdict(1), verdict(2), verdict(3, { verdict: 'probably' })], /for the claim "ABC is red"/],
  ])('asks again after %s, and then the measurement fails', async (_, verdicts, message) => {
    const { verifier, model } = make({ verdicts });
    await expect(verifier.doAuditChecklist({ problem, description, claims })).rejects.toThrow(message);
    expect(model.calls).toHaveLength(2);
    expect(textOf(model.calls[1] as never)).toMatch(message);
  });

  it('does not ask about no claims', async () => {
    const { verifier, model } = make({});
    expect(await verifier.doAuditChecklist({ problem, description, claims: [] })).toEqual({ verdicts: [], reportedP: null });
    expect(model.calls).toHaveLength(0);
  });
});

describe('auditing with a prompt in the form of the reference', () => {
  const claims = ['AB = 5', 'BC is parallel to DE', 'The triangle is red'];
  const audit = (answer: object) => make(answer, { promptSet: 'evpv' }).verifier.doAuditChecklist({ problem, description, claims });

  it('takes contradictions and p; what is not named is unknown', async () => {
    const { verdicts, reportedP } = await audit({ errors_and_hallucinations: [{ faulty_statement: '- bc is parallel to de.', correction_or_reason: 'They cross.', severity: 'Low' }, { faulty_statement: 'AB = 5', correction_or_reason: 'It is 6.', severity: 'grave' }, { faulty_statement: 'There are nine dogs', severity: 'High' }], omissions: [], p_score: '0.3' });
    expect(verdicts.map(({ observable, conflict, unknown, severity }) => [observable, conflict, unknown, severity])).toEqual([[true, 1, 0, 'high'], [true, 1, 0, 'low'], [false, 0, 1, null]]);
    expect(verdicts[1]?.evidence).toEqual([{ stance: 'conflict', text: 'They cross.', constraintId: null, places: [] }]);
    expect(reportedP).toBe(0.3);
  });

  it.each<[unknown, number | null]>([[1, 1], [0, 0], [1.2, null], [-0.5, null], ['high', null], [null, null], ['', null], [true, null]])('reads p_score %j as %j', async (p_score, expected) => {
    expect((await audit({ errors_and_hallucinations: [], p_score })).reportedP).toBe(expected);
  });

  it('fails without either result', async () => {
    await expect(audit({ omissions: [] })).rejects.toThrow(ParseError);
  });

  it('sends the reference its own inputs', async () => {
    const { verifier, model } = make({ errors_and_hallucinations: [], p_score: 1 }, { promptSet: 'evpv' });
    await verifier.doAuditChecklist({ problem, description, claims });
    expect(textOf(model.calls[0] as never)).toContain('Reference list:\nA triangle. AB is marked 5.\n\nCandidate list:\n- AB = 5\n- BC is parallel to DE\n- The triangle is red');
  });
});

describe('combined extraction', () => {
  const claims = [{ ...verdict(1), claim: 'AB = 5', steps: [1, 3] }, { ...verdict(1, { verdict: 'contradicted', severity: 'high' }), claim: 'BC ∥ DE', steps: [2] }];

  it('finds and audits in one call, each solution for itself', async () => {
    const { verifier, model } = make({ claims }, { extraction: 'combined' });
    const checklist = await verifier.doExtractChecklist({ problem, solution, description });
    const { verdicts } = await verifier.doAuditChecklist({ problem, description, claims: checklist.map(({ claim }) => claim), solution });
    expect(verdicts.map(({ claim, support, conflict }) => [claim, support, conflict])).toEqual([['AB = 5', 1, 0], ['BC ∥ DE', 0, 1]]);
    expect(model.calls).toHaveLength(1);
    const other = { ...solution };
    await expect(verifier.doAuditChecklist({ problem, description, claims: ['AB = 5'], solution: other })).rejects.toThrow(ParseError);
    expect(model.calls.length).toBeGreaterThan(1);
  });

  it('audits what it did not find itself, and only that', async () => {
    const { verifier, model } = make((_: unknown, index: number) => JSON.stringify(index === 0 ? { claims } : { verdicts: [verdict(1, { verdict: 'unknown' })] }), { extraction: 'combined' });
    await verifier.doExtractChecklist({ problem, solution, description });
    const { verdicts } = await verifier.doAuditChecklist({ problem, description, claims: ['declared', 'AB = 5'], solution });
    expect(verdicts.map(({ claim, unknown }) => [claim, unknown])).toEqual([['declared', 1], ['AB = 5', 0]]);
    expect(textOf(model.calls[1] as never)).toContain('Claims:\n1. declared\n');
    expect(textOf(model.calls[1] as never)).not.toContain('AB = 5\n');
  });

  it('extracts only when there is no description', async () => {
    const { verifier, model } = make({ claims: [] }, { extraction: 'combined' });
    await verifier.doExtractChecklist({ problem, solution });
    expect(model.calls[0]?.constraint).toMatchObject({ name: 'visual_checklist' });
  });
});
