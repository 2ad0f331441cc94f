import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { diffPrompts } from '../../src/prompts/diff-prompts.js';
import { importEvpvPrompts } from '../../src/prompts/import-evpv-prompts.js';
import { loadPrompts } from '../../src/prompts/load-prompts.js';
import { renderPrompt, type PromptValues } from '../../src/prompts/render-prompt.js';
import { writePromptPack } from '../../src/prompts/write-prompt-pack.js';
import { tempFolder } from '../helpers/temp-folder.js';

/** A module with the names and variables of the reference's, in words of our own. */
const source = `# -*- coding: utf-8 -*-
"""Prompts. PROMPT_STEP_REWARD = "not here" """
import json

STRUCTURED_VISION_SYSTEM = (
    "Look at it. "
    "Only JSON."
)

def structured_vision_user(question: str) -> str:
    """Describe."""
    return (
        "Schema:\\n"
        "{\\n"
        '  "caption": "..."\\n'
        "}\\n"
        "<<<" + question + ">>>"
    )

PROMPT_STEP_REWARD = """
Judge \\\\frac. Give {{"label": 1}}.
Problem: {question_text}
Image: {image_description_text}
Before: {history_steps_text}
Now: {current_step_text}
"""

JUDGE_PREFIX_STRICT = (
    "One or "
    "minus one."
)

def create_inference_prompt(user_query: str, nonce: str, variant_id: int) -> str:
    return f"""
Variant #{variant_id} of {nonce}
{{
  "reasoningprocess": []
}}
{user_query}
""".strip()
`;

async function clone(text: string): Promise<string> {
  const folder = tempFolder();
  await mkdir(path.join(folder, 'evpv_prm'));
  await writeFile(path.join(folder, 'evpv_prm', 'prompts.py'), text);
  return folder;
}
const textsOf = (prompt: Parameters<typeof renderPrompt>[0], values: PromptValues): string[] => renderPrompt(prompt, values).map(({ parts }) => parts.map((part) => (part.type === 'text' ? part.text : '[images]')).join(''));

describe('importEvpvPrompts', () => {
  it('makes a pack that renders what Python would have', async () => {
    const { prompts, missing } = await importEvpvPrompts(await clone(source), await loadPrompts());
    expect(prompts.map(({ id }) => id)).toEqual(['evpv-describe', 'evpv-judge-step', 'evpv-judge-step-json', 'solve-with-dependencies']);
    expect(missing).toContain('evpv-audit (no text `PROMPT_VISUAL_CHECKLIST_EVALUATION`)');
    const pack = path.join(tempFolder(), 'evpv');
    await writePromptPack(pack, prompts);
    const library = await loadPrompts({ packs: [pack] });
    expect(textsOf(library.get('evpv-describe').prompt, { query: 'How many {question}?' })).toEqual(['Look at it. Only JSON.', '[images]Schema:\n{\n  "caption": "..."\n}\n<<<How many {question}?>>>']);
    expect(textsOf(library.get('evpv-judge-step').prompt, { query: 'q', paragraph: 'd', previousStepsJson: '[]', step: 's' })).toEqual(['[images]\nJudge \\frac. Give {"label": 1}.\nProblem: q\nImage: d\nBefore: []\nNow: s\n']);
    expect(library.get('evpv-judge-step').prompt.answer).toEqual({ type: 'label', positive: '1', negative: '-1' });
    expect(textsOf(library.get('evpv-judge-step-json').prompt, { query: 'q', descriptionJson: '{}', previousStepsText: null, step: 's' })).toEqual(['[images]One or minus one.\nStructured image description (JSON): {}\nQuestion: q\nStep to evaluate:\ns']);
    expect(textsOf(library.get('solve-with-dependencies').prompt, { query: 'q', nonce: 'n', variant: '2' })).toEqual(['[images]Variant #2 of n\n{\n  "reasoningprocess": []\n}\nq']);
  });

  it('takes the module itself as well, and overwrites nothing', async () => {
    const folder = await clone(source);
    const { prompts } = await importEvpvPrompts(path.join(folder, 'evpv_prm', 'prompts.py'), await loadPrompts());
    await writePromptPack(folder, prompts);
    await expect(writePromptPack(folder, prompts)).rejects.toThrow(/Choose an empty folder/);
    const other = tempFolder();
    await writeFile(path.join(other, 'evpv-judge-step@1.yaml'), 'mine');
    await expect(writePromptPack(other, prompts)).rejects.toThrow(/evpv-judge-step@1\.yaml is there already/);
    expect(await readdir(other)).toEqual(['evpv-judge-step@1.yaml']);
  });

  it.each<[string, string, RegExp]>([
    ['a module without known texts', 'X = "y"\n', /found none that is known/],
    ['a variable that it does not know', 'PROMPT_STEP_REWARD = "{reference_answer}"\n', /uses the variable `reference_answer`/],
  ])('refuses %s', async (_, text, message) => {
    await expect(importEvpvPrompts(await clone(text), await loadPrompts())).rejects.toThrow(message);
  });

  it('says where it looked', async () => {
    await expect(importEvpvPrompts('/nowhere/at/all', await loadPrompts())).rejects.toThrow(/module of the reference at \/nowhere\/at\/all/);
  });
});

describe('diffPrompts', () => {
  it('shows the lines that differ, and joins back to both sides', async () => {
    const library = await loadPrompts();
    const [before, after] = [library.get('judge-step-strict').prompt, library.get('judge-step-lenient').prompt];
    const lines = diffPrompts(before, after);
    expect(lines.filter(({ side }) => side === 'before').map(({ text }) => text.trim())).toContain('id: judge-step-strict');
    expect(lines.filter(({ side }) => side === 'both').length).toBeGreaterThan(20);
    expect(diffPrompts(before, before).every(({ side }) => side === 'both')).toBe(true);
    expect(lines.filter(({ side }) => side !== 'after').map(({ text }) => text)).toEqual(diffPrompts(before, before).map(({ text }) => text));
    expect(lines.filter(({ side }) => side !== 'before').map(({ text }) => text)).toEqual(diffPrompts(after, after).map(({ text }) => text));
  });
});
