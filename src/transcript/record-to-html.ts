import type { ConductReport } from '#src/domain/conduct.ts'
import type { DeliveryReport } from '#src/domain/delivery.ts'
import type { InterviewRecord } from '#src/domain/interview-record.ts'
import type { Scorecard } from '#src/domain/score.ts'
import type { Artifact, Turn } from '#src/domain/turn.ts'
import { afterwardsToMarkdown } from './afterwards-to-markdown.ts'
import { blocksToHtml } from './blocks-to-html.ts'
import { conductToMarkdown } from './conduct-to-markdown.ts'
import { deliveryToMarkdown } from './delivery-to-markdown.ts'
import { drawingToSvg } from './drawing-to-svg.ts'
import { factsOf } from './facts-of.ts'
import { Html, html } from './html.ts'
import { interviewToTranscript } from './interview-to-transcript.ts'
import { pageStyle } from './page-style.ts'
import { scorecardToHtml } from './scorecard-to-html.ts'
import { hoursAndMinutes } from './times.ts'
import { type Voices, voicesToMarkdown } from './voices-to-markdown.ts'

export interface PageOptions {
  record: InterviewRecord
  /** Null when there is none, or it is not to be shown. */
  scorecard: Scorecard | null
  /** Why there is no scorecard; null when nothing needs saying. */
  note: string | null
  /** Unsaid where they are not to be shown. */
  counted: { delivery: DeliveryReport; conduct: ConductReport } | undefined
  voices: Voices | undefined
}

/** No script, nothing from outside: what the page may do, said to the browser that opens the file. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** A whole page around a body; `title` is its name. */
export const pageAround = (title: string, body: Html): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Html(pageStyle)}</style>
</head>
<body>
${body}
</body>
</html>
`.text

export const titleOf = ({ interview }: Pick<InterviewRecord, 'interview'>): string =>
  interview.questions.map(({ title }) => title).join(', ')

/** One interview as a page that stands alone: the result, what it rests on, what was said afterwards, every word. */
export function recordToHtml({ record, scorecard, note, counted, voices }: PageOptions): string {
  const { interview, content, turns } = record
  const { rubric } = content
  const transcript = interviewToTranscript(interview, turns)
  const isTimed = interview.imported?.timed ?? true
  const { questions } = transcript
  const drawings = drawingsOf(record)
  const blocks = [
    ...(counted === undefined ? [] : deliveryToMarkdown({ delivery: counted.delivery, questions })),
    ...(counted === undefined ? [] : conductToMarkdown(counted.conduct)),
    ...(voices === undefined ? [] : [...voicesToMarkdown(voices, rubric.criteria), ...afterwardsToMarkdown(record)]),
  ]
  const body = html`<header>
<h1>${titleOf(record)}</h1>
<p class="soft">${[rubric.title, interview.level, ...factsOf(transcript)].join(' · ')}</p>
</header>
<main>
${questions.map(({ text }) => html`<blockquote class="question said">${text}</blockquote>`)}
${scorecard === null ? html`<p>${note ?? 'Not scored yet.'}</p>` : scorecardToHtml(scorecard, { criteria: rubric.criteria, turns })}
${blocksToHtml(blocks)}
<h2>Transcript</h2>
${turns.map((turn) => turnToHtml(turn, { isTimed, drawings }))}
</main>
<footer>Exported from Hotseat. This page loads nothing and runs nothing.</footer>`
  return pageAround(`${titleOf(record)} · Hotseat`, body)
}

/** A board by its revision: where a turn first brought it, and its drawing. */
type Drawings = ReadonlyMap<number, { turn: number; drawing: Html }>

function drawingsOf({ turns, boards }: Pick<InterviewRecord, 'turns' | 'boards'>): Drawings {
  const broughtAt = new Map(
    turns.flatMap(({ turn, artifacts }) => artifacts.map(({ revision }) => [revision, turn] as const)).reverse(),
  )
  return new Map(
    boards.flatMap(({ revision, scene, text }) => {
      const turn = broughtAt.get(revision)
      const drawing = turn === undefined ? null : drawingToSvg(scene, text)
      return turn === undefined || drawing === null ? [] : [[revision, { turn, drawing }]]
    }),
  )
}

interface TurnOptions {
  isTimed: boolean
  drawings: Drawings
}

function turnToHtml({ turn, speaker, text, artifacts, elapsedMs }: Turn, { isTimed, drawings }: TurnOptions): Html {
  const who = speaker === 'interviewer' ? 'Interviewer' : 'Candidate'
  const at = isTimed ? html`<time>${hoursAndMinutes(elapsedMs)}</time>` : null
  return html`<section class="turn ${speaker}" id="turn-${turn}">
<h3>${who} <span class="soft">${turn}</span> ${at}</h3>
${text.trim() === '' ? null : html`<div class="said" dir="auto">${text.trim()}</div>`}
${artifacts.map((artifact) => artifactToHtml(artifact, { turn, drawings }))}
</section>
`
}

const artifactWords: Record<Artifact['kind'], string> = {
  code: 'Code',
  'case-results': 'How the question’s cases went, run in a browser',
  sql: 'SQL',
  'sql-result': 'What the database answered',
  board: 'Board, in words',
  text: 'Notes',
}

function artifactToHtml(artifact: Artifact, { turn, drawings }: { turn: number; drawings: Drawings }): Html {
  const { kind, language, text, revision = 0 } = artifact
  const drawn = kind === 'board' ? drawings.get(revision) : undefined
  if (drawn === undefined)
    return html`<figure><figcaption>${artifactWords[kind]}${language === undefined ? '' : `, ${language}`}</figcaption><pre>${text}</pre></figure>`
  const picture =
    drawn.turn === turn
      ? html`<div class="drawing">${drawn.drawing}</div>`
      : html`<p>As it was drawn at <a href="#turn-${drawn.turn}">turn ${drawn.turn}</a>.</p>`
  return html`<figure><figcaption>Board</figcaption>${picture}<details><summary>In words</summary><pre>${text}</pre></details></figure>`
}
