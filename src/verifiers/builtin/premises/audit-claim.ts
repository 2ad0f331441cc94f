import type { ClaimVerdict } from '../../../schema/index.js';
import type { Finding } from './finding.js';
import { nothingSeen } from './finding.js';
import { isPlaceName } from './is-place-name.js';
import { judgeAxis } from './judge-axis.js';
import { judgeList } from './judge-list.js';
import { judgeText } from './judge-text.js';
import { judgeValue } from './judge-value.js';
import type { LabelBook } from './label-book.js';
import { LONGEST_CLAIM, normaliseClaim } from './normalise-claim.js';
import { parseClaim } from './parse-claim.js';
import type { Assertion } from './parse-claim.js';
import { poolFindings } from './pool-findings.js';
import { selectImage } from './select-image.js';

/** Holds one claim against what was read. Deterministic; work is bounded whatever the claim. */
export function auditClaim(claim: string, book: LabelBook): ClaimVerdict {
  const plain = normaliseClaim(claim);
  if (plain.length > LONGEST_CLAIM) return poolFindings(claim, [nothingSeen(`The claim is longer than ${LONGEST_CLAIM} characters and was not looked into.`)]);
  const seen = selectImage(plain, book);
  return poolFindings(claim, parseClaim(plain, seen).map((assertion) => judgeAssertion(assertion, seen)));
}

function judgeAssertion(assertion: Assertion, book: LabelBook): Finding {
  const [value, ...more] = assertion.values;
  if (value === undefined) return judgeText(assertion, book);
  const axis = judgeAxis(assertion, book);
  if (axis !== null) return axis;
  return more.length === 0 && !assertion.own.some((mention) => isPlaceName(mention.label.text)) ? judgeValue(value, assertion, book) : judgeList(assertion, book);
}
