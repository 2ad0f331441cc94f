import type { Evidence, Place, ScoredCandidate } from '../../schema/index.js';

/** A box to draw on an image, with the number that the steps refer to it by. */
export interface EvidenceBox {
  number: number;
  place: Place;
  stance: Evidence['stance'];
  label: string;
}

/** Collects the distinct places of all evidence; a place that any claim conflicts with is drawn as a conflict. */
export function collectEvidenceBoxes(candidates: readonly ScoredCandidate[]): EvidenceBox[] {
  const boxes = new Map<string, EvidenceBox>();
  for (const { verification } of candidates) {
    for (const { verdict } of verification.checklist) {
      for (const { stance, text, places } of verdict?.evidence ?? []) {
        for (const place of places) {
          const key = placeKey(place);
          const known = boxes.get(key);
          if (!known) boxes.set(key, { number: boxes.size + 1, place, stance, label: text });
          else if (stance === 'conflict') Object.assign(known, { stance, label: text });
        }
      }
    }
  }
  return [...boxes.values()];
}

/** Finds the numbers of the boxes that a piece of evidence rests on. */
export function boxNumbers(evidence: Evidence, boxes: readonly EvidenceBox[]): number[] {
  const keys = new Set(evidence.places.map(placeKey));
  return boxes.filter(({ place }) => keys.has(placeKey(place))).map(({ number }) => number);
}

function placeKey({ image, box }: Place): string {
  return [image, box.x, box.y, box.width, box.height].join(' ');
}
