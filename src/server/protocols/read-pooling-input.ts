import type { RewardItem } from '../../jobs/reward/reward-detail.js';
import type { RewardDesk } from '../reward-desk.js';
import { findItem } from '../side-channel/find-item.js';
import { splitQuery } from '../side-channel/split-query.js';
import { readMessages, type Messages } from './body-parts.js';
import { checkImages } from './check-images.js';

/** What ends a step in the input of a process reward model, as Qwen2.5-Math-PRM has it. */
const STEP_MARK = '<extra_0>';

/** A text in a chat template with question and solution as an item to reward; marked steps are the steps. */
export function itemFromText(text: string, desk: RewardDesk): RewardItem {
  const { question, response } = splitQuery(text, null);
  return { problem: findItem({ question, references: [] }, desk.problems), solution: cutAtMarks(response) };
}

/** A chat as an item to reward: its last user turn asks, its last assistant turn answers. */
export function itemFromMessages(messages: Messages, desk: RewardDesk): RewardItem {
  const { question, images, response } = readMessages(messages);
  return { problem: findItem({ question, images: checkImages(images, desk.options), references: [] }, desk.problems), solution: cutAtMarks(response ?? '') };
}

function cutAtMarks(response: string): RewardItem['solution'] {
  if (!response.includes(STEP_MARK)) return response;
  const steps = response.split(STEP_MARK);
  // After the last mark there is no step unless something is written there.
  if (steps.at(-1)?.trim() === '') steps.pop();
  return { steps: steps.map((text) => ({ text: text.trim(), visualDependency: null })), checklist: 'undeclared' };
}
