import { SafeHtml } from '../../util/html.js';
import { listColourVariables } from '../plots/palette.js';

/** The style of a report, for light and dark screens of any width, and for print. */
export const pageStyle = new SafeHtml(`
:root { color-scheme: light dark; ${listColourVariables('light')} --card: #f5f7fa; --good-bg: #e4f4ef; --bad-bg: #fbeadf; --unsure-bg: #eef1f5; }
@media screen and (prefers-color-scheme: dark) { :root { ${listColourVariables('dark')} --card: #1b212b; --good-bg: #10302a; --bad-bg: #3a2413; --unsure-bg: #222a36; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 860px; padding: 1.2rem 1rem 3rem; font: 16px/1.5 system-ui, sans-serif; color: var(--plot-ink); background: var(--plot-paper); overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .3rem; }
h2 { font-size: 1.25rem; margin: 2.4rem 0 .5rem; padding-top: .6rem; border-top: 1px solid var(--plot-line); break-after: avoid; }
h3 { font-size: 1.05rem; margin: 1.6rem 0 .4rem; break-after: avoid; }
p { margin: .4rem 0; } .lead { color: var(--plot-faint); }
.finding { border-left: 5px solid var(--plot-grey); background: var(--unsure-bg); padding: .5rem .8rem; margin: .5rem 0; break-inside: avoid; }
.finding.good { border-color: var(--plot-green); background: var(--good-bg); } .finding.bad { border-color: var(--plot-orange); background: var(--bad-bg); }
ul { padding-left: 1.2rem; margin: .4rem 0; } li { margin: .15rem 0; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1rem; font-size: .9rem; }
a { color: var(--plot-blue); }
figure { margin: 1rem 0; } figure.plot { break-inside: avoid; } figure svg { display: block; width: 100%; height: auto; } figure .narrow { display: none; }
figcaption { color: var(--plot-faint); font-size: .88rem; } figcaption b { color: var(--plot-ink); }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .88rem; font-variant-numeric: tabular-nums; }
th, td { padding: .2rem .5rem; border-bottom: 1px solid var(--plot-line); text-align: right; white-space: nowrap; vertical-align: top; }
th { font-weight: 600; color: var(--plot-faint); } th:first-child, td:first-child { text-align: left; white-space: normal; min-width: 7rem; padding-left: 0; }
tr.part td { font-weight: 600; padding-top: .6rem; }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .15rem 1rem; font-size: .9rem; margin: .6rem 0; } dt { color: var(--plot-faint); } dd { margin: 0; }
@media screen and (max-width: 600px) { body { font-size: 15px; } figure .wide { display: none; } figure .narrow { display: block; }
  dl { grid-template-columns: 1fr; } dd { margin-bottom: .3rem; } }
@media print { @page { margin: 14mm; } :root { font-size: 10pt; } body { max-width: none; padding: 0; font-size: 1rem; } nav { display: none; } .scroll { overflow: visible; }
  table { font-size: .8rem; } tr { break-inside: avoid; } .finding { print-color-adjust: exact; } }
`);
