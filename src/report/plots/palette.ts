/**
 * The colours of plots by role, for light and dark paper. They differ in lightness as well as in hue, so that they stay apart for
 * colour-blind readers and on grey paper; every one has a contrast of at least 4.5 to its paper, except `line` and `paper`.
 */
export const palette = {
  ink: ['#1c2330', '#e7ebf2'],
  faint: ['#566072', '#9aa6b8'],
  line: ['#d5dbe4', '#323b49'],
  paper: ['#ffffff', '#12161d'],
  blue: ['#00588f', '#6cb6f0'],
  orange: ['#b04a00', '#ff9e57'],
  green: ['#00705a', '#45cfa6'],
  purple: ['#8a3d7d', '#e29ad2'],
  grey: ['#6a7180', '#a3adbb'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;
export type ColourRole = keyof typeof palette;

/** The colour of a role on light paper: what plots are drawn with. */
export function colour(role: ColourRole): string {
  return palette[role][0];
}

/** Colours of plots as CSS custom properties (`--plot-blue`), so that a page can change them with the paper. */
export function listColourVariables(paper: 'light' | 'dark'): string {
  return Object.entries(palette).map(([role, [light, dark]]) => `--plot-${role}: ${paper === 'light' ? light : dark};`).join(' ');
}
