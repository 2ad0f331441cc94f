/** What a precision of the weights adds to the names of their files, as the hub spells it. */
export const precisionSuffixes = {
  fp32: '', fp16: '_fp16', q8: '_quantized', int8: '_int8', uint8: '_uint8', q4: '_q4', q4f16: '_q4f16', bnb4: '_bnb4',
  q2: '_q2', q2f16: '_q2f16', q1: '_q1', q1f16: '_q1f16',
} as const;
export type Precision = keyof typeof precisionSuffixes;

/** The three graphs of a vision-language model. */
const graphs = ['vision_encoder', 'embed_tokens', 'decoder_model_merged'];

/** The files of the weights in one precision, relative to the folder of the model. */
export function weightFiles(precision: Precision): string[] {
  return graphs.map((graph) => `onnx/${graph}${precisionSuffixes[precision]}.onnx`);
}
