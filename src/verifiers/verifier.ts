import type { ImageSource } from '../images/image-source.js';
import type { ClaimVerdict, ImageDescription, Problem, Solution, StepJudgment, VisualChecklist } from '../schema/index.js';

/** What a verifier may see of a problem: never the reference answer, never a gold label. */
export type VisibleProblem = Pick<Problem, 'id' | 'question' | 'choices'>;

export interface DescribeImagesCall {
  images: readonly ImageSource[];
  problem: VisibleProblem;
  signal?: AbortSignal | undefined;
}

export interface ExtractChecklistCall {
  problem: VisibleProblem;
  solution: Solution;
  /** The description of the images, where there is one: a verifier that finds and audits premises in one call needs it. */
  description?: ImageDescription | null | undefined;
  signal?: AbortSignal | undefined;
}

export interface AuditChecklistCall {
  problem: VisibleProblem;
  description: ImageDescription;
  /** Distinct claims. */
  claims: readonly string[];
  /** The very solution (the same object) that the claims come from, for a verifier that audited them while it extracted them. */
  solution?: Solution | undefined;
  signal?: AbortSignal | undefined;
}

export interface ChecklistAudit {
  /** One a claim, in the order of the claims. */
  verdicts: ClaimVerdict[];
  /** The p the verifier itself gave the whole checklist, in [0,1]; null when it gives none. */
  reportedP: number | null;
}

export interface JudgeStepsCall {
  problem: VisibleProblem;
  images: readonly ImageSource[];
  /** Null when describing failed: a judge that does not need it goes on. */
  description: ImageDescription | null;
  solution: Solution;
  signal?: AbortSignal | undefined;
}

/**
 * Something that can check a solution against images. Callers use the pipeline, never the `do` methods.
 * A method that cannot measure throws a PrmError; the pipeline turns it into `unscored` with its reason.
 */
export interface Verifier {
  /** Name and version, e.g. `builtin/1`. Goes into every run and every scored line. */
  readonly id: string;
  /** Whether the description may differ with the question, so that it cannot be shared between questions. */
  readonly descriptionDependsOnQuestion: boolean;
  /** What a person should know about what this verifier cannot check, in one line. */
  readonly blindSpots: string;

  /** Describes all images of a problem, without seeing a solution. */
  doDescribeImages(call: DescribeImagesCall): Promise<ImageDescription>;
  /** Finds the visual premises in step texts. Returns claims with their 0-based steps. */
  doExtractChecklist(call: ExtractChecklistCall): Promise<VisualChecklist>;
  /** Holds claims against a description. */
  doAuditChecklist(call: AuditChecklistCall): Promise<ChecklistAudit>;
  /** Judges each step, in order; one judgment a step. */
  doJudgeSteps(call: JudgeStepsCall): Promise<StepJudgment[]>;
  /** What became known while running and belongs into the manifest, one line a fact: how a server was used, what could not be done. */
  readNotes?(): readonly string[];
  /** Frees workers and sessions. Idempotent. */
  close(): Promise<void>;
}
