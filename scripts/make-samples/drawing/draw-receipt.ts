import type { Drawing } from './drawing.js';
import type { Look } from './look.js';
import { line, rectangle, sheet, text } from './svg-elements.js';

export interface ReceiptContent {
  shop: string;
  /** Under the name of the shop: address, date. */
  notes: string[];
  /** Blocks of label and amount, with a dashed line between blocks; a block named `strong` is printed bold. */
  blocks: { rows: [label: string, amount: string][]; strong?: boolean }[];
  farewell: string;
}

const width = 420;
const side = 44;
const step = 31;

/** Draws a till receipt: a slip of paper with a torn edge, labels to the left, amounts to the right. */
export function drawReceipt({ shop, notes, blocks, farewell }: ReceiptContent, look: Look): Drawing {
  const elements: string[] = [];
  let y = 62;
  const centred = (content: string, size: number, weight: 400 | 700, fill: string): void => {
    elements.push(text({ x: width / 2, y }, content, { size, weight, fill, anchor: 'middle' }));
  };
  centred(shop, 23, 700, look.ink);
  for (const note of notes) {
    y += 25;
    centred(note, 15, 400, look.muted);
  }
  for (const { rows, strong } of blocks) {
    y += 22;
    elements.push(line({ x: side, y }, { x: width - side, y }, look.muted, 1.2, '5 5'));
    for (const [label, amount] of rows) {
      y += step;
      const style = { size: strong ? 20 : 17, weight: strong ? 700 : 400 } as const;
      elements.push(text({ x: side, y }, label, style), text({ x: width - side, y }, amount, { ...style, anchor: 'end' }));
    }
  }
  y += 50;
  centred(farewell, 15, 400, look.muted);
  const height = y + 52;
  return sheet(width, height, { ...look, paper: '#e8eaed' }, [slipOfPaper(height), ...elements]);
}

/** White paper with a zigzag at its lower edge. */
function slipOfPaper(height: number): string {
  const teeth = 26;
  const tooth = (width - 32) / teeth;
  const zigzag = Array.from({ length: teeth + 1 }, (_, index) => `${width - 16 - index * tooth},${height - 16 - (index % 2) * 8}`);
  return rectangle({ x: 16, y: 18 }, width - 32, height - 44, { fill: '#ffffff' })
    + `<polygon points="${zigzag.join(' ')} 16,${height - 40} ${width - 16},${height - 40}" fill="#ffffff"/>`;
}
