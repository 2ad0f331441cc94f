const names: Record<string, (object: string) => string> = {
  LengthOfLine: (line) => line,
  MeasureOfAngle: (angle) => `∠${angle}`,
  MeasureOfArc: (arc) => `arc ${arc}`,
  RadiusOfCircle: (circle) => `the radius of circle ${circle}`,
  PerimeterOfTriangle: (triangle) => `the perimeter of triangle ${triangle}`,
};

/** Says an `Equal` fact as a policy would: "AB = 10", "∠ABC = 72°". Null for other facts. */
export function sayImageFact(fact: string): string | null {
  const [, left, right] = /^Equal\((\w+\(\w+\)),(.+)\)$/.exec(fact) ?? [];
  const said = sayTerm(left ?? '');
  if (said === null || right === undefined) return null;
  const unit = (left ?? '').startsWith('Measure') && /^[\d.]+$/.test(right) ? '°' : '';
  return `${said} = ${sayTerm(right) ?? right.replaceAll('*', '')}${unit}`;
}

function sayTerm(term: string): string | null {
  const [, kind, object] = /^(\w+)\((\w+)\)$/.exec(term) ?? [];
  return names[kind ?? '']?.(object ?? '') ?? null;
}
