import type { ConductReport } from '#src/domain/conduct.ts'
import type { DeliveryReport } from '#src/domain/delivery.ts'
import type { Criterion } from '#src/domain/rubric.ts'
import { type Evidence, guardReasons, type Score, type Scorecard, type SetAside } from '#src/domain/score.ts'
import type { Transcript, TranscriptTurn } from '#src/domain/transcript.ts'
import { wordsPlace } from '#src/domain/words-place.ts'
import { conductToMarkdown } from './conduct-to-markdown.ts'
import { deliveryToMarkdown } from './delivery-to-markdown.ts'
import { factsOf } from './facts-of.ts'
import { oneLine, plain } from './plain.ts'
import { hoursAndMinutes } from './times.ts'
import { type Voices, voicesToMarkdown } from './voices-to-markdown.ts'

interface MarkdownOptions {
  transcript: Transcript
  /** Null when it was not scored. */
  scorecard: Scorecard | null
  rubric: { title: string; criteria: readonly Pick<Criterion, 'id' | 'title' | 'weight'>[] }
  /** Why there is no scorecard; null when nothing needs saying. */
  note?: string | null
  /** Unsaid where it is not to be shown. */
  delivery?: DeliveryReport | undefined
  /** Unsaid where it is not to be shown. */
  conduct?: ConductReport | undefined
  /** Unsaid where they are not to be shown. */
  voices?: Voices | undefined
  /** Further blocks, before the transcript. */
  afterwards?: readonly string[]
}

/** An interview to read and to pass on: the result first, then what it rests on, then every word. What was said cannot break the layout. */
export function transcriptToMarkdown(options: MarkdownOptions): string {
  const { transcript, scorecard, rubric, note = null, delivery, conduct, voices, afterwards = [] } = options
  const { level, questions, turns } = transcript
  const parts = [
    `# ${rubric.title}, ${level}`,
    plain(factsOf(transcript).join(' · ')),
    questions.map(({ text }) => quoted(text)).join('\n\n'),
    ...(scorecard === null ? [plain(note ?? 'Not scored yet.')] : result(scorecard, { criteria: rubric.criteria, turns })),
    ...(delivery === undefined ? [] : deliveryToMarkdown({ delivery, questions })),
    ...(conduct === undefined ? [] : conductToMarkdown(conduct)),
    ...(voices === undefined ? [] : voicesToMarkdown(voices, rubric.criteria)),
    ...afterwards,
    '## Transcript',
    ...turns.map((turn, at) => spoken(turn, at + 1)),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function result(
  scorecard: Scorecard,
  { criteria, turns }: { criteria: MarkdownOptions['rubric']['criteria']; turns: Transcript['turns'] },
): string[] {
  const { recommendation, mean, note, scores, setAside, debrief, scorer } = scorecard
  const titleOf = (id: string) => criteria.find((criterion) => criterion.id === id)?.title ?? id
  const evidenceLine = (one: Evidence) => `- “${plain(oneLine(one.quote))}” (${wordsPlace(one, turns)})`
  const setAsideLine = (one: SetAside) => `${evidenceLine(one)}: ${guardReasons[one.guard]}`
  const rows = criteria.map(({ id, title, weight }) => {
    const score = scores.find(({ criterion }) => criterion === id)
    const why = score?.kind === 'rated' ? score.rationale : (score?.reason ?? 'not on the scorecard')
    return `| ${cell(title)} | ${weight}% | ${score?.kind === 'rated' ? score.rating : '–'} | ${cell(why)} |`
  })
  const evidence = scores.flatMap((score) =>
    score.kind === 'rated' && score.evidence.length > 0
      ? [`**${titleOf(score.criterion)}**`, score.evidence.map(evidenceLine).join('\n')]
      : [],
  )
  return [
    `**${recommendation === null ? 'No recommendation' : sentence(recommendation)}**${mean === null ? '' : ` (weighted mean ${mean.toFixed(2)})`}. Scored by ${plain(scorer)}.`,
    note === null ? '' : plain(note),
    scores.flatMap((score) => secondLookLine(score, titleOf)).join('\n'),
    ['| Criterion | Weight | Rating | Why |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    ...(evidence.length === 0 ? [] : ['## Evidence', ...evidence]),
    ...(setAside.length === 0 ? [] : ['## Set aside', setAsideNote, setAside.map(setAsideLine).join('\n')]),
    ...(debrief.fixes.length === 0
      ? []
      : [
          '## What to work on',
          ...debrief.fixes.map(
            ({ what, why, drill, evidence: nearest }, at) =>
              `${at + 1}. ${plain(what)} ${plain(why)}\n   Drill: ${plain(drill)}${nearest === null ? '' : `\n   ${evidenceLine(nearest)}`}`,
          ),
        ]),
    ...(debrief.nextLevel === null || debrief.nextLevel.lacks.length === 0
      ? []
      : [`## For ${debrief.nextLevel.level}`, debrief.nextLevel.lacks.map((lack) => `- ${plain(lack)}`).join('\n')]),
  ]
}

function secondLookLine(score: Score, titleOf: (id: string) => string): string[] {
  if (score.kind !== 'rated' || score.secondLook === undefined) return []
  const { rating, against, scorer } = score.secondLook
  return [
    `- Worth a second look: ${plain(titleOf(score.criterion))} was rated ${against} here, and ${rating} by ${plain(scorer)}.`,
  ]
}

/** Said above the passages, here and on the page. */
export const setAsideNote =
  'These passages counted neither for nor against any criterion, unless they were more than a quarter of the answer.'

function spoken({ speaker, text, artifacts, elapsedMs }: TranscriptTurn, turn: number): string {
  const who = speaker === 'interviewer' ? 'Interviewer' : 'Candidate'
  const pads = artifacts.map(({ kind, language, text: content }) => fenced(content, language ?? kind))
  const at = typeof elapsedMs === 'number' ? ` (${hoursAndMinutes(elapsedMs)})` : ''
  return [`**${turn} · ${who}**${at}`, text.trim() === '' ? '' : quoted(text), ...pads].filter((part) => part !== '').join('\n\n')
}

const quoted = (text: string): string =>
  text
    .trim()
    .split(/\r?\n/)
    .map((line) => `> ${plain(line)}`.trimEnd())
    .join('\n')

/** A fence longer than any run of backticks inside. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language.replaceAll(/[^\w+#-]/g, '')}\n${text}\n${fence}`
}

const cell = (text: string): string => plain(oneLine(text))
export const sentence = (slug: string): string => {
  const words = slug.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
