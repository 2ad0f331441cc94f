import { combine, type Approximation } from '../../maths/approximation.js';
import type { Expression } from '../../maths/expression.js';
import type { Relation } from '../../maths/token.js';
import type { AnswerForm } from '../forms/answer-form.js';
import type { Effort } from './effort.js';
import { ENOUGH_POINTS, samplePoints } from './sample-points.js';

/** Two values this near, in relation to their size, agree at a point. */
const AGREEMENT = 1e-9;
const opposite: Partial<Record<Relation, Relation>> = { '<': '>', '>': '<', '≤': '≥', '≥': '≤', '=': '=', '≠': '≠', '≈': '≈' };
type RelationForm = Extract<AnswerForm, { kind: 'relation' }>;

/** Whether two formulas with names agree at every sampled point; null when there are too few points. */
export function haveSameFormula(a: Expression, b: Expression, effort: Effort): boolean | null {
  const samples = samplePoints(a, b, effort);
  if (samples?.some(([x, y]) => !agree(x, y))) return false;
  return samples === null || samples.length < ENOUGH_POINTS ? null : true;
}

/** Whether two equations or inequalities say the same: their differences of sides are in one proportion at every point, and the sign fits. */
export function haveSameRelation(a: RelationForm, b: RelationForm, effort: Effort): boolean | null {
  const samples = samplePoints({ kind: 'binary', op: '-', left: a.left, right: a.right }, { kind: 'binary', op: '-', left: b.left, right: b.right }, effort);
  const [first] = samples ?? [];
  if (samples === null || first === undefined || samples.length < ENOUGH_POINTS) return null;
  const [x0, y0] = first;
  if (x0.value === 0 || y0.value === 0) return null;
  const inProportion = samples.every(([x, y]) => {
    const [cross, other] = [combine('*', x, y0), combine('*', y, x0)];
    return cross !== null && other !== null && agree(cross, other);
  });
  if (!inProportion) return false;
  return b.relation === (Math.sign(x0.value) === Math.sign(y0.value) ? a.relation : opposite[a.relation]) || (a.relation === b.relation && opposite[a.relation] === a.relation);
}

const agree = (x: Approximation, y: Approximation): boolean =>
  Math.abs(x.value - y.value) <= x.error + y.error + AGREEMENT * Math.max(Math.abs(x.value), Math.abs(y.value));
