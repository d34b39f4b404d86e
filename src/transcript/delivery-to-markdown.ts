import {
  type Band,
  type DeliveryReport,
  deliveryNote,
  type QuestionDelivery,
  type StoryDelivery,
  storyNote,
  storyParts,
} from '#src/domain/delivery.ts'
import type { Transcript } from '#src/domain/transcript.ts'
import { plain } from './plain.ts'
import { minutesAndSeconds as clock } from './times.ts'

interface DeliveryMarkdownOptions {
  delivery: DeliveryReport
  questions: Transcript['questions']
}

/** How an interview was told, as blocks of Markdown: each question, then the phases, then the whole. */
export function deliveryToMarkdown({ delivery, questions }: DeliveryMarkdownOptions): string[] {
  const { bands, words, hedges, turns, phases, notCounted } = delivery
  const ofQuestions = delivery.questions.flatMap((told) => {
    const text = questions.find(({ id }) => id === told.question)?.text ?? told.question
    const blocks = [...(told.story === null ? [] : storyBlocks(told.story, delivery)), figureLines(told)]
    return questions.length === 1 ? blocks : [`**${plain(text.replaceAll(/\s+/g, ' ').trim())}**`, ...blocks]
  })
  const isStory = delivery.questions.some(({ story }) => story !== null)
  const total = words.candidate + words.interviewer
  const isLong = words.candidate >= bands.interviewerShare.fromWords
  const softened = hedges.reduce((sum, { count }) => sum + count, 0)
  const ofWhole = [
    total === 0
      ? ''
      : `- Words: ${words.candidate} of the candidate, ${words.interviewer} of the interviewer (${percent(words.interviewer, total)}% of all${isLong ? `; commonly at most ${bands.interviewerShare.atMost}%` : ''}).`,
    `- Words that soften: ${softened === 0 ? 'none' : `${softened} (${hedges.map(({ phrase, count }) => `${plain(phrase)} ${count}`).join(', ')})`}.`,
    ...notCounted.map((line) => `- Not counted. ${plain(line)}`),
  ]
  return [
    '## How it was told',
    `${deliveryNote}${isStory ? ` ${storyNote}` : ''}`,
    ...ofQuestions,
    ...(phases === null
      ? []
      : [
          table(
            ['Phase', 'Took', 'Planned', 'Words'],
            phases.map(({ title, spentMs, plannedMs, words: said }) => [
              plain(title),
              spentMs === null ? 'not reached' : clock(spentMs / 1000),
              clock(plannedMs / 1000),
              String(said),
            ]),
          ),
        ]),
    ofWhole.filter((line) => line !== '').join('\n'),
    ...(turns.length === 0
      ? []
      : [
          table(
            ['Turn', 'Words', 'Time'],
            turns.map(({ turn, words: said, seconds }) => [
              String(turn),
              String(said),
              seconds === null ? 'not known' : clock(seconds),
            ]),
          ),
        ]),
  ]
}

function storyBlocks({ shares, sentences, own, shared, answer }: StoryDelivery, { bands }: DeliveryReport): string[] {
  const { story } = bands
  const lookBack = sentences.filter(({ part }) => part === 'reflection').length
  const length =
    answer === null
      ? ''
      : `- Told in turn ${answer.turn}: ${answer.words} words (commonly ${range(story.answer.words)})${answer.seconds === null ? '' : `, ${clock(answer.seconds)} (commonly ${clock(story.answer.seconds.from)}–${clock(story.answer.seconds.to)})`}.`
  return [
    shares === null
      ? 'Too few sentences to put into situation, task, action and result.'
      : table(
          ['Part', 'Sentences', 'Commonly'],
          storyParts.map((part) => [titleOf(part), `${shares[part]}%`, `${range(story.shares[part])}%`]),
        ),
    [
      length,
      `- Deeds told with “I”: ${own}; with “we”: ${shared}.`,
      lookBack === 0 ? '' : `- Sentences that look back: ${lookBack}, beside the four parts.`,
    ]
      .filter((line) => line !== '')
      .join('\n'),
  ]
}

function figureLines({ figures, baselines }: QuestionDelivery): string {
  const said = figures.map(({ quote }) => `“${plain(quote)}”`).join(', ')
  return `- Figures: ${figures.length === 0 ? 'none found' : `${figures.length} (${said})`}; sentences that say what a figure is held against: ${baselines.length}.`
}

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const range = ({ from, to }: Band): string => `${from}–${to}`
const titleOf = (part: string): string => part.charAt(0).toUpperCase() + part.slice(1)
const percent = (part: number, whole: number): number => Math.round((100 * part) / whole)
