import { plainBoardQuote } from '#src/board/plain-quote.ts'
import type { Criterion } from '#src/domain/rubric.ts'
import { type Evidence, guardReasons, type Score, type Scorecard } from '#src/domain/score.ts'
import type { Turn } from '#src/domain/turn.ts'
import { wordsPlace } from '#src/domain/words-place.ts'
import { Html, html } from './html.ts'
import { oneLine } from './plain.ts'
import { sentence, setAsideNote } from './transcript-to-markdown.ts'

type Criteria = readonly Pick<Criterion, 'id' | 'title' | 'weight'>[]

/** The result and what it rests on: ratings, the words behind them, what was set aside, what to work on. */
export function scorecardToHtml(scorecard: Scorecard, { criteria, turns }: { criteria: Criteria; turns: readonly Turn[] }): Html {
  const { recommendation, mean, note, scores, setAside = [], debrief, scorer } = scorecard
  const titleOf = (id: string) => criteria.find((criterion) => criterion.id === id)?.title ?? id
  const quoteOf = (one: Evidence): Html =>
    html`<q>${oneLine(one.artifact === 'board' ? plainBoardQuote(one.quote) : one.quote)}</q> <a href="#turn-${one.turn}">${wordsPlace(one, turns)}</a>`
  const looks = scores.flatMap((score) =>
    score.kind === 'rated' && score.secondLook ? [{ ...score.secondLook, of: score.criterion }] : [],
  )
  return html`<p class="result">${recommendation === null ? 'No recommendation' : sentence(recommendation)}</p>
<p class="soft">${mean === null ? '' : `Weighted mean ${mean.toFixed(2)}. `}Scored by ${scorer}.${note === null ? '' : ` ${note}`}</p>
${looks.map(
  ({ of, against, rating, scorer: other }) =>
    html`<p>Worth a second look: ${titleOf(of)} was rated ${against} here, and ${rating} by ${other}.</p>`,
)}
<table class="ratings"><thead><tr><th scope="col">Criterion</th><th scope="col">Rating</th><th scope="col">Why</th></tr></thead><tbody>
${criteria.map(({ id, title, weight }) =>
  ratingRow(
    { title, weight },
    scores.find(({ criterion }) => criterion === id),
  ),
)}
</tbody></table>
${evidenceOf(scores, { titleOf, quoteOf })}
${
  setAside.length === 0
    ? null
    : html`<h2>Set aside</h2><p>${setAsideNote}</p><ul>${setAside.map(
        (one) => html`<li>${quoteOf(one)}: ${guardReasons[one.guard] ?? one.guard}</li>`,
      )}</ul>`
}
${
  debrief.fixes.length === 0
    ? null
    : html`<h2>What to work on</h2><ol>${debrief.fixes.map(
        ({ what, why, drill, evidence }) =>
          html`<li>${what} ${why}<br>Drill: ${drill}${evidence === null ? null : html`<br>${quoteOf(evidence)}`}</li>`,
      )}</ol>`
}
${
  debrief.nextLevel === null || debrief.nextLevel.lacks.length === 0
    ? null
    : html`<h2>For ${debrief.nextLevel.level}</h2><ul>${debrief.nextLevel.lacks.map((lack) => html`<li>${lack}</li>`)}</ul>`
}`
}

function ratingRow({ title, weight }: Pick<Criterion, 'title' | 'weight'>, score: Score | undefined): Html {
  const rating = score?.kind === 'rated' ? score.rating : null
  const segments = [1, 2, 3, 4].map((at) => new Html(`<i${rating !== null && at <= rating ? ' class="on"' : ''}></i>`))
  const shown = rating === null ? html`unscored` : html`${rating} of 4<span class="bar" aria-hidden="true">${segments}</span>`
  const why = score?.kind === 'rated' ? score.rationale : (score?.reason ?? 'not on the scorecard')
  return html`<tr><th scope="row">${title} <span class="soft">${weight}%</span></th><td class="number">${shown}</td><td>${why}</td></tr>
`
}

function evidenceOf(
  scores: readonly Score[],
  { titleOf, quoteOf }: { titleOf: (id: string) => string; quoteOf: (evidence: Evidence) => Html },
): Html | null {
  const shown = scores.flatMap((score) =>
    score.kind === 'rated' && score.evidence.length > 0
      ? [html`<h3>${titleOf(score.criterion)}</h3><ul>${score.evidence.map((one) => html`<li>${quoteOf(one)}</li>`)}</ul>`]
      : [],
  )
  return shown.length === 0 ? null : html`<h2>Evidence</h2>${shown}`
}
