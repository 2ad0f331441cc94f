/** A part of an imported message: the images, a text of the Python module, or words of our own between them. */
export type ImportedPart =
  | 'images'
  /** `names` says which of our inputs stands for which variable. `format`: the text is made for `str.format`. */
  | { from: string; names: Readonly<Record<string, string>>; format?: true }
  | { text: string };

export interface ImportedPrompt {
  id: string;
  /** The prompt of ours that has the same answer and sampling. */
  base: string;
  /** Inputs that may be null: their part is left out then. */
  optional?: readonly string[];
  messages: readonly { role: 'system' | 'user'; parts: readonly ImportedPart[] }[];
}

const judged = (prefix: string, parts: readonly ImportedPart[]): ImportedPrompt['messages'] => [{
  role: 'user',
  parts: [...parts, { from: prefix, names: {} }, { text: '\n' }, { text: 'Structured image description (JSON): {{descriptionJson}}\n' }, { text: 'Question: {{query}}\n' },
    { text: 'Previous solution steps:\n{{previousStepsText}}\n' }, { text: 'Step to evaluate:\n{{step}}' }],
}];
const orNone = ['descriptionJson', 'previousStepsText'];
const stepNames = { question_text: 'query', image_description_text: 'paragraph', history_steps_text: 'previousStepsJson', current_step_text: 'step' };

/** How the texts of the reference's prompt module become prompts of ours (reference: `prompts.py`, and how its runners put messages together). */
export const evpvPromptTable: readonly ImportedPrompt[] = [
  { id: 'evpv-describe', base: 'evpv-describe', messages: [
    { role: 'system', parts: [{ from: 'STRUCTURED_VISION_SYSTEM', names: {} }] },
    { role: 'user', parts: ['images', { from: 'structured_vision_user', names: { question: 'query' } }] },
  ] },
  { id: 'evpv-describe-short', base: 'evpv-describe', messages: [
    { role: 'system', parts: [{ from: 'STRUCTURED_VISION_SYSTEM', names: {} }] },
    { role: 'user', parts: ['images', { from: 'structured_vision_user_short', names: { question: 'query' } }] },
  ] },
  { id: 'evpv-describe-paragraph', base: 'evpv-describe-paragraph', messages: [
    { role: 'user', parts: ['images', { from: 'PROMPT_GENERATE_IMAGE_DESCRIPTION', names: { question_text: 'query' }, format: true }] },
  ] },
  { id: 'evpv-audit', base: 'evpv-audit', messages: [
    { role: 'user', parts: [{ from: 'PROMPT_VISUAL_CHECKLIST_EVALUATION', names: { golden_standard_text: 'paragraph', checklist_to_review_text: 'claimsText' }, format: true }] },
  ] },
  { id: 'evpv-judge-step', base: 'evpv-judge-step', messages: [{ role: 'user', parts: ['images', { from: 'PROMPT_STEP_REWARD', names: stepNames, format: true }] }] },
  { id: 'evpv-judge-step-intervention', base: 'evpv-judge-step', messages: [{ role: 'user', parts: ['images', { from: 'PROMPT_STEP_JUDGE', names: stepNames, format: true }] }] },
  { id: 'evpv-judge-step-json', base: 'evpv-judge-step-json', optional: orNone, messages: judged('JUDGE_PREFIX_STRICT', ['images']) },
  { id: 'evpv-judge-step-json-lenient', base: 'evpv-judge-step-json', optional: orNone, messages: judged('JUDGE_PREFIX_LENIENT', ['images']) },
  { id: 'evpv-judge-step-json-text-only', base: 'evpv-judge-step-json', optional: orNone, messages: judged('JUDGE_PREFIX_NO_VISION', []) },
  { id: 'split-steps', base: 'split-steps', messages: [{ role: 'user', parts: [{ from: 'PROMPT_SPLIT_REASONING_TO_STEPS', names: { question_text: 'question', reasoning_text: 'reasoning' }, format: true }] }] },
  { id: 'solve-with-dependencies', base: 'solve-with-dependencies', messages: [
    { role: 'user', parts: ['images', { from: 'create_inference_prompt', names: { user_query: 'query', nonce: 'nonce', variant_id: 'variant' } }] },
  ] },
  { id: 'inject-noise', base: 'inject-noise', messages: [
    { role: 'system', parts: [{ from: 'NOISE_INJECT_SYSTEM', names: {} }] },
    { role: 'user', parts: [{ from: 'noise_inject_user', names: { structured_json: 'descriptionJson' } }] },
  ] },
  { id: 'solve-with-description', base: 'solve-with-description', messages: [
    { role: 'user', parts: ['images', { from: 'local_solve_prompt', names: { question: 'query', extra_block: 'descriptionJson' } }] },
  ] },
];
