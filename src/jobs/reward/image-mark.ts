/** Marks that stand for an image in a text, and their frames: Qwen, InternVL, Llama, LLaVA, Phi, Mistral, Gemma. A processor writes one for each patch. */
export const imageMark = /<\|(?:vision_start|vision_end|image_pad|video_pad|image(?:_\d+)?)\|>|<\/?img>|<IMG_CONTEXT>|<image(?:[ _]?\d+)?>|\[IMG(?:_BREAK|_END)?\]|<(?:start_of_image|image_soft_token|end_of_image)>/;
