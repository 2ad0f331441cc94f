/** Typeface and colours of one drawing. */
export interface Look {
  font: string;
  /** Text. */
  ink: string;
  /** Second-rank text: axis labels, captions. */
  muted: string;
  /** Thin lines and grids. */
  line: string;
  /** The one strong colour. */
  accent: string;
  /** The strong colour, pale: fills and stripes. */
  tint: string;
  /** A second colour beside the strong one. */
  second: string;
  paper: string;
}

const looks: readonly Look[] = [
  { font: 'Inter', ink: '#1f2937', muted: '#4b5563', line: '#d1d5db', accent: '#2563eb', tint: '#eff6ff', second: '#f59e0b', paper: '#ffffff' },
  { font: 'Lato', ink: '#22313f', muted: '#52616f', line: '#cfd8dc', accent: '#00796b', tint: '#e0f2f1', second: '#e4572e', paper: '#ffffff' },
  { font: 'Noto Serif', ink: '#2b2118', muted: '#6b5b4b', line: '#d9cdbf', accent: '#9a3412', tint: '#fdf3ea', second: '#0f766e', paper: '#fffdf9' },
  { font: 'Open Sans', ink: '#1e1b3a', muted: '#55517a', line: '#d5d3e6', accent: '#5b4bc4', tint: '#f1effb', second: '#d9467a', paper: '#ffffff' },
  { font: 'DejaVu Sans', ink: '#222222', muted: '#555555', line: '#cccccc', accent: '#b4233a', tint: '#fbeff1', second: '#33658a', paper: '#ffffff' },
  { font: 'Roboto', ink: '#16302b', muted: '#48635c', line: '#c9d6d2', accent: '#2d6a4f', tint: '#edf6f0', second: '#bc6c25', paper: '#fcfdfb' },
  { font: 'Liberation Sans', ink: '#111827', muted: '#475569', line: '#cbd5e1', accent: '#0369a1', tint: '#eef7fc', second: '#c2410c', paper: '#ffffff' },
];

/** The look of the n-th drawing; neighbours differ. */
export const lookOf = (serial: number): Look => looks[serial % looks.length] as Look;
