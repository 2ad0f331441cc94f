/** An equation found in a text, with whether its two sides are equal. */
export interface CheckedEquation {
  text: string;
  holds: boolean;
}

/** Finds every `expression = expression` over plain numbers in a step and evaluates both sides, on its own, without src/. */
export function checkEquations(step: string): CheckedEquation[] {
  const sides = toPlain(step).split('=');
  return sides.slice(1).flatMap((right, index) => {
    const [lhs, rhs] = [/[\d.()+\-*/^√\s]+$/.exec(sides[index] ?? '')?.[0] ?? '', /^[\d.()+\-*/^√\s]+/.exec(right)?.[0] ?? ''];
    const [a, b] = [evaluate(lhs), evaluate(rhs)];
    return a === null || b === null ? [] : [{ text: `${lhs.trim()} = ${rhs.trim()}`, holds: Math.abs(a - b) < 1e-6 }];
  });
}

/** Rewrites LaTeX, signs, currency and degrees as plain arithmetic. */
function toPlain(step: string): string {
  return step.replaceAll('^\\circ', '').replace(/\\frac\{([^{}]*)\}\{([^{}]*)\}/g, '(($1)/($2))').replace(/\\sqrt\{([^{}]*)\}/g, '√($1)')
    .replace(/\\times|\\cdot|×/g, '*').replaceAll('−', '-').replaceAll('²', '^2').replace(/\\[()[\]$]/g, '').replace(/[$€£°]/g, '').replace(/(\d),(\d{3})/g, '$1$2');
}

/** Evaluates + - * / ^ √ and brackets; null for anything else. */
function evaluate(expression: string): number | null {
  const tokens = expression.replace(/[.\s]+$/, '').match(/\d+(?:\.\d+)?|[-+*/^√()]|\S/g) ?? [];
  let at = 0;
  const atom = (): number => {
    const token = tokens[at++] ?? '';
    if (token === '√') return Math.sqrt(atom());
    if (token === '-') return -atom();
    if (token === '(') {
      const inside = sum();
      return tokens[at++] === ')' ? inside : Number.NaN;
    }
    return /^\d/.test(token) ? Number(token) : Number.NaN;
  };
  const chain = (operand: () => number, operators: Record<string, (a: number, b: number) => number>): number => {
    let value = operand();
    for (let next = operators[tokens[at] ?? '']; next; next = operators[tokens[at] ?? '']) {
      at += 1;
      value = next(value, operand());
    }
    return value;
  };
  const power = (): number => chain(atom, { '^': (a, b) => a ** b });
  const product = (): number => chain(power, { '*': (a, b) => a * b, '/': (a, b) => a / b });
  const sum = (): number => chain(product, { '+': (a, b) => a + b, '-': (a, b) => a - b });
  const value = sum();
  return at === tokens.length && Number.isFinite(value) ? value : null;
}
