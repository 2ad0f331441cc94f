/**
 * The wording of a question as it is compared: NFKC, white space and letter case levelled, and without the marks that stand for
 * images (`<image>`, `<image 1>`, Qwen's and InternVL's vision tokens).
 */
export function normalizeQuestion(text: string): string {
  return text
    .replace(/<\|(?:vision_start|vision_end|image_pad|video_pad|image|image_\d+)\|>|<\/?(?:img|IMG_CONTEXT)>|<image(?:[ _]?\d+)?>|\[IMG\]/g, ' ')
    .replace(/^(?:\s*(?:Image|Picture)-?\s?\d+:)+/, ' ')
    .normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
