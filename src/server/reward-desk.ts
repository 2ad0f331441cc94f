import type { FastifyReply, FastifyRequest } from 'fastify';
import { AbortedError } from '../errors/index.js';
import type { CanaryWatch } from '../jobs/canaries/create-canary-watch.js';
import type { RewardFunction } from '../jobs/create-reward-function.js';
import type { ProblemIndex } from '../jobs/reward/problem-index.js';
import type { RewardDetail, RewardItem } from '../jobs/reward/reward-detail.js';
import { RewardError } from '../jobs/reward/reward-error.js';
import { Stop } from '../util/stop.js';
import type { CallerAbilities } from '../jobs/reward/shaping/check-caller.js';
import { isServerSide } from './guards/error-answers.js';
import type { Admission, Patience } from './guards/admission.js';
import type { AggregationName, ResolvedScoringOptions } from '../schema/index.js';
import { onGone } from './on-gone.js';
import type { ReadinessProbe } from './readiness-probe.js';
import type { ServerMetrics } from './server-metrics.js';
import type { ResolvedServerOptions } from './server-options.js';

/** What every protocol works with. */
export interface RewardDesk {
  options: ResolvedServerOptions;
  /** The id of the verifier: the model's name in answers. */
  model: string;
  /** Names everything that decides rewards. */
  configHash: string;
  scoring: ResolvedScoringOptions;
  problems: ProblemIndex | undefined;
  metrics: ServerMetrics;
  /** Rewards the solutions of one request: bounded, in time, and stopped when the client hangs up. @throws RewardError `queue-full`; AbortedError. */
  reward(call: { request: FastifyRequest; reply: FastifyReply }, items: readonly RewardItem[], how: { patience: Patience; deadlineMs?: number | undefined; aggregate?: AggregationName | undefined; onDetail?: (detail: RewardDetail, index: number) => void; onAdmitted?: () => void; caller?: CallerAbilities }): Promise<RewardDetail[]>;
  /**
   * The number that stands for a reward in a protocol.
   * @throws RewardError when it is unscored, unless `onError` says what stands for a measurement that failed and the protocol can carry it.
   */
  settle(detail: RewardDetail, carriesNull: boolean): number | null;
}

export function createRewardDesk({ reward, probe, admission, metrics, canaries, ...facts }: Pick<RewardDesk, 'options' | 'model' | 'configHash' | 'scoring' | 'problems' | 'metrics'> & {
  reward: RewardFunction;
  probe: ReadinessProbe;
  admission: Admission;
  canaries: CanaryWatch | null;
}): RewardDesk & { stopAll: () => void } {
  const { options } = facts;
  const stops = new Set<() => void>();
  return {
    ...facts,
    metrics,
    /** Ends what is in flight: it has had its time. */
    stopAll: () => { for (const stop of stops) stop(); },
    async reward({ request, reply }, items, { patience, deadlineMs = options.deadlineMs, aggregate, onDetail, onAdmitted, caller = plainTexts }) {
      const leave = admission.enter(items.length, patience);
      onAdmitted?.();
      const hangUp = watchHangUp(request, reply, stops);
      const noteDetail = (detail: RewardDetail, index: number): void => {
        probe.note(detail);
        onDetail?.(detail, index);
      };
      try {
        const details = await reward.detailed(items, { signal: hangUp.signal, deadlineMs: Math.min(deadlineMs, options.deadlineMs, readPatience(request)), aggregate, onDetail: noteDetail, caller, origin: { route: request.routeOptions.url, trainingStep: readTrainingStep(request) } });
        for (const detail of details) metrics.noteReward(detail);
        canaries?.offer(items, details);
        return details;
      } finally {
        hangUp.end();
        leave();
      }
    },
    settle({ reward: value, error }, carriesNull) {
      if (value !== null) return value;
      const failure = error ?? { kind: 'verifier' as const, message: 'The verifier gave no reward.' };
      if (isServerSide(failure.kind)) {
        if (typeof options.onError === 'number') return options.onError;
        if (options.onError === 'null' && carriesNull) return null;
      }
      throw new RewardError(failure.kind, failure.message);
    },
  };
}

/** What the protocols of trainers and rerankers bring, unless they say otherwise: single texts. */
const plainTexts: CallerAbilities = { sendsDeclarations: false };

/** A signal that fires when the client is gone before its answer is out, or when the server ends what is in flight. */
function watchHangUp(request: FastifyRequest, reply: FastifyReply, stops: Set<() => void>): { signal: Stop; end: () => void } {
  const signal = new Stop();
  const stop = (): void => signal.abort(new AbortedError('Nobody waits for the answer.'));
  const takeOff = onGone(reply.raw, request.raw.socket, stop);
  stops.add(stop);
  return {
    signal,
    end: () => {
      takeOff();
      stops.delete(stop);
    },
  };
}

/** The step of the training, where the client tells it: `X-Training-Step`. */
function readTrainingStep({ headers }: FastifyRequest): number | undefined {
  const text = headers['x-training-step'];
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** How long the client says it waits, in milliseconds, from 1 up: `X-Request-Timeout` in seconds. */
function readPatience({ headers }: FastifyRequest): number {
  const seconds = Number(headers['x-request-timeout']);
  return seconds > 0 ? Math.max(1, seconds * 1000) : Infinity;
}
