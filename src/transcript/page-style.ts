/** The look of an exported page, in both schemes and on paper. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #1c1b19; --soft: #5b5750; --paper: #fdfcfa; --line: #d9d5cd; --fill: #f3f0ea; --mark: #1f5a8a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e6e0; --soft: #aba69c; --paper: #1a1917; --line: #3d3a35; --fill: #252320; --mark: #8fbfe6; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 46rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.2rem; margin: 2.75rem 0 .75rem; padding-top: .75rem; border-top: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
p { margin: .5rem 0; }
a { color: var(--mark); }
ul, ol { padding-left: 1.25rem; }
li { margin: .35rem 0; }
.soft, time { color: var(--soft); font-size: .9375rem; font-variant-numeric: tabular-nums; }
.said { white-space: pre-wrap; unicode-bidi: isolate; }
.question { margin: 1.25rem 0; padding: .25rem 0 .25rem 1rem; border-left: 3px solid var(--line); }
.result { font-size: 1.25rem; font-weight: 600; }
table { width: 100%; border-collapse: collapse; margin: 1rem 0; font-size: .9375rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
th { font-weight: 600; }
.number { white-space: nowrap; font-variant-numeric: tabular-nums; }
.bar { display: inline-flex; gap: 2px; margin-left: .5rem; vertical-align: middle; }
.bar i { width: .8rem; height: .5rem; border: 1px solid var(--soft); }
.bar i.on { background: var(--ink); border-color: var(--ink); }
.turn { margin: 1.5rem 0; }
.turn h3 { margin: 0 0 .25rem; display: flex; gap: .75rem; align-items: baseline; }
.turn.interviewer .said { color: var(--soft); }
.turn:target { outline: 2px solid var(--mark); outline-offset: .5rem; }
pre { margin: .75rem 0; padding: .75rem 1rem; background: var(--fill); border: 1px solid var(--line); white-space: pre-wrap; overflow-wrap: anywhere;
  font: .875rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
figure { margin: .75rem 0; }
figcaption { color: var(--soft); font-size: .875rem; }
.drawing { margin: .5rem 0; padding: .5rem; border: 1px solid var(--line); background: #fff; }
.drawing svg { display: block; width: auto; max-width: 100%; height: auto; max-height: 40rem; margin: 0 auto; }
summary { width: fit-content; color: var(--soft); font-size: .875rem; cursor: pointer; }
footer { margin-top: 3rem; color: var(--soft); font-size: .875rem; }
@media screen and (prefers-color-scheme: dark) { .drawing { filter: invert(.9) hue-rotate(180deg); border-color: #d2d2d2; } }
@media (max-width: 30rem) {
  body { padding-top: 1.5rem; }
  .ratings thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .ratings tr { display: block; padding: .6rem 0; border-bottom: 1px solid var(--line); }
  .ratings th, .ratings td { display: block; padding: .1rem 0; border: 0; }
}
@media print {
  :root { --ink: #000; --soft: #444; --paper: #fff; --line: #bbb; --fill: #fff; --mark: #000; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h2, h3 { break-after: avoid; }
  tr, figure, li, .drawing { break-inside: avoid; }
  summary { display: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  a { text-decoration: none; }
  .bar i.on { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`
