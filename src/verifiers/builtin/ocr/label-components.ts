/** A connected group of marked pixels. */
export interface Component {
  /** Pixel indices (y * width + x). */
  pixels: Int32Array;
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

/** Groups pixels of the same non-zero mark that touch, also at corners. In order of their first pixel, row by row. */
export function labelComponents(mask: Uint8Array, width: number, height: number): Component[] {
  const seen = new Uint8Array(mask.length);
  const stack = new Int32Array(mask.length);
  const components: Component[] = [];
  for (let start = 0; start < mask.length; start++) {
    const mark = mask[start];
    if (mark === 0 || seen[start] === 1) continue;
    seen[start] = 1;
    stack[0] = start;
    let filled = 1;
    // The stack is read from `done` on and never popped, so that it holds the whole component at the end.
    for (let done = 0; done < filled; done++) {
      const at = stack[done] ?? 0;
      const x = at % width;
      const y = (at - x) / width;
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const next = ny * width + nx;
          if (mask[next] !== mark || seen[next] === 1) continue;
          seen[next] = 1;
          stack[filled++] = next;
        }
      }
    }
    components.push(measure(stack.slice(0, filled), width));
  }
  return components;
}

/** Bounds of a component. */
function measure(pixels: Int32Array, width: number): Component {
  const component = { pixels, minX: Infinity, minY: Infinity, maxX: -1, maxY: -1 };
  for (const at of pixels) {
    const x = at % width;
    const y = (at - x) / width;
    component.minX = Math.min(component.minX, x);
    component.maxX = Math.max(component.maxX, x);
    component.minY = Math.min(component.minY, y);
    component.maxY = Math.max(component.maxY, y);
  }
  return component;
}
