import { createMemoryImage } from '../../dist/images/memory-image.js';
import { renderSvg } from '../../dist/images/render-svg.js';
import { checkModel } from '../../dist/models/check-model.js';
import { readLabelProbability } from '../../dist/models/read-label-probability.js';

/** Log-probabilities of labels may differ by this much between a pass over everything and one that goes on from a cache. */
const TOLERANCE = { fp32: 1e-3, other: 5e-2 };

const SYSTEM = { role: 'system', content: [{ type: 'text', text: 'You check statements about images. Answer + if the last statement is right, - if it is wrong, and nothing else.' }] };

/**
 * The checks that the tests run on tiny models, on a real one.
 * @param load loads the same model once more: one without any conversation to go on from.
 */
export async function runChecks(model, load) {
  const tolerance = model.id.includes('(fp32') ? TOLERANCE.fp32 : TOLERANCE.other;
  const [red, blue] = [await drawSquare('red'), await drawSquare('blue')];
  const growing = [[red, 'The square is red.\n'], [red, 'The square is red.\n', 'It is not blue.\n'], [red, blue, 'The squares differ.'], ['2 + 2 = 4.']];
  const grown = [];
  for (const parts of growing) grown.push(await askLabel(model, parts));

  const fresh = await load();
  const backwards = [];
  for (const parts of [...growing].reverse()) backwards.unshift(await askLabel(fresh, parts));
  await fresh.close();
  const apart = Math.max(...grown.map(({ logprobs }, i) => Math.max(...logprobs.map((logprob, at) => Math.abs(logprob - backwards[i].logprobs[at])))));
  const again = await askLabel(model, growing[1]);
  const swapped = await askLabel(model, [blue, 'The square is red.\n']);
  const moved = Math.abs(swapped.logprobs[0] - grown[0].logprobs[0]);
  const claims = [[red, 'The square is red.'], [red, 'The square is blue.'], [blue, 'The square is blue.'], [blue, 'The square is red.']];
  const told = [];
  for (const parts of claims) told.push((await askLabel(model, parts)).probability);

  const { capabilities } = await checkModel(model);
  return [
    check('numbers do not depend on what was asked before', apart < tolerance, `largest difference ${apart.toExponential(1)}`),
    check('the same prompt gives the same numbers', again.logprobs.every((logprob, i) => Math.abs(logprob - grown[1].logprobs[i]) < tolerance), `P(+) ${show(again.probability)}`),
    check('a conversation that grows is not computed anew', grown[1].usage.cachedTokens > 0.5 * grown[1].usage.promptTokens, `${grown[1].usage.cachedTokens} of ${grown[1].usage.promptTokens} tokens reused`),
    check('another image changes the numbers', moved > 10 * tolerance, `by ${moved.toExponential(1)}`),
    check('labels are answers of this model', grown.every(({ probability }) => probability !== null), `P(+) ${grown.map(({ probability }) => show(probability)).join(', ')}`),
    check('it tells red from blue', told[0] > told[1] && told[2] > told[3], `P(right) ${show(told[0])}, ${show(told[2])}; P(wrong) ${show(told[1])}, ${show(told[3])}`),
    ...capabilities.filter(({ name }) => ['choice', 'logprobs', 'images', 'prefix-cache'].includes(name)).map(({ name, state, detail }) => check(`can: ${name}`, state === 'yes', detail)),
  ];
}

function check(name, isPassed, detail) {
  return { name, isPassed, detail };
}

async function askLabel(model, parts) {
  const content = parts.map((part) => (typeof part === 'string' ? { type: 'text', text: part } : { type: 'image', image: part }));
  const { tokens, usage } = await model.doGenerate({ messages: [SYSTEM, { role: 'user', content }], sampling: { temperature: 0, maxTokens: 4 }, constraint: { type: 'choice', choices: ['+', '-'] }, topLogprobs: 20, sampleIndex: 0 });
  const read = readLabelProbability({ tokens, labels: ['+', '-'], label: '+' });
  const logprobs = ['+', '-'].map((label) => Math.max(...(tokens?.[0]?.top ?? []).filter(({ token }) => token.trim() === label).map(({ logprob }) => logprob)));
  return { probability: read?.probability ?? null, logprobs, usage };
}

async function drawSquare(colour) {
  return createMemoryImage(await renderSvg(`<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><rect width="256" height="256" fill="white"/><rect x="48" y="48" width="160" height="160" fill="${colour}"/></svg>`), `${colour} square`);
}

function show(number) {
  return number === null ? 'none' : number.toFixed(3);
}
