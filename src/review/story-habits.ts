import type { ToldSentence } from '#src/domain/delivery.ts'
import { type Deed, deedsIn } from '#src/evidence/deeds.ts'
import { type Sentence, sentencesOf } from '#src/evidence/read-sentences.ts'
import { storyParts } from '#src/evidence/story-parts.ts'
import { tellingWords } from '#src/evidence/telling-words.ts'
import { indexText, type TextIndex } from '#src/evidence/text-index.ts'
import { tokeniseSegments } from '#src/evidence/tokenise-segments.ts'
import { quoteOf } from './answers.ts'
import type { HabitFinding, HabitTask } from './habits.ts'
import { once } from './once.ts'
import type { ReviewInput } from './review-input.ts'

/** What the candidate told to one question, in all its turns. */
interface Story {
  words: number
  index: TextIndex
  sentences: readonly Sentence[]
  parts: readonly ToldSentence[]
  deeds: readonly Deed[]
  has(cue: string): boolean
}

const storiesOf = once((input): readonly Story[] =>
  input.questions.map((question) => storyIn(question.turns, input)).filter(({ words }) => words > 0),
)

function storyIn(turns: ReviewInput['turns'], { lexicon, source, content }: ReviewInput): Story {
  const apart = new Set(content.rubric.phases.filter(({ role }) => role !== 'work').map(({ id }) => id))
  const answers = turns.flatMap(({ speaker, turn, text, phase }, at) =>
    speaker === 'candidate' && (phase === undefined || !apart.has(phase))
      ? [{ turn, text, asked: turns.slice(0, at).findLast((one) => one.speaker === 'interviewer')?.text ?? '' }]
      : [],
  )
  const segments = tokeniseSegments(answers)
  const index = indexText(segments, { lexicon })
  const longest = Math.max(0, ...segments.map(({ tokens }) => tokens.length))
  return {
    words: segments.reduce((sum, { tokens }) => sum + tokens.length, 0),
    index,
    sentences: sentencesOf(segments),
    parts: storyParts(answers, { opening: segments.findIndex(({ tokens }) => tokens.length * 2 >= longest), lexicon: source }),
    deeds: deedsIn(index, lexicon),
    has: (cue) => index.find(lexicon.cue(cue), true).length > 0,
  }
}

const first = ({ sentences: [sentence] }: Story) => (sentence === undefined ? [] : [quoteOf(sentence)])
const last = ({ sentences }: Story) => sentences.slice(-1).map(quoteOf)
const tellsPart = ({ parts }: Story, part: ToldSentence['part']): boolean => parts.some((one) => one.part === part)

/** Of at least `from` deeds more than half by "we". The quote is the first of them. */
export function findWe({ input, from }: HabitTask): HabitFinding[] {
  return storiesOf(input).flatMap(({ deeds, sentences }) => {
    const shared = deeds.filter(({ who }) => who === 'we')
    const share = shared.length / deeds.length
    const where = sentences.find(
      ({ segment, sentence }) => segment.order === shared[0]?.segment && sentence === shared[0].sentence,
    )
    if (deeds.length < from || share <= 0.5 || where === undefined) return []
    return [{ evidence: quoteOf(where), count: Math.round(100 * share) }]
  })
}

export function findNoTension({ input, from }: HabitTask): HabitFinding[] {
  const hard = ['story-snag', 'story-in-the-way', 'story-fault', 'story-hurt', 'story-choosing']
  return storiesOf(input).flatMap((story) =>
    story.words < from || hard.some(story.has) ? [] : first(story).map((evidence) => ({ evidence, count: story.words })),
  )
}

/** An outcome, and no deed of one's own in all of it. The quote is the sentence that tells the outcome. */
export function findNoRole({ input, from }: HabitTask): HabitFinding[] {
  return storiesOf(input).flatMap(({ words, deeds, index, sentences }) => {
    const outcome = index.find(input.lexicon.cue('outcome'), false).at(-1)
    const where = sentences.find(
      ({ segment, first: from_, last: to }) =>
        segment.order === outcome?.segment && outcome.first >= from_ && outcome.first <= to,
    )
    const isOwn = deeds.some(({ who }) => who !== 'we')
    return where === undefined || isOwn || words < from ? [] : [{ evidence: quoteOf(where), count: words }]
  })
}

export function findNoEnding({ input, from }: HabitTask): HabitFinding[] {
  return storiesOf(input).flatMap((story) => {
    const ends = tellsPart(story, 'result') || story.has('outcome') || story.has('story-end')
    return ends || story.words < from ? [] : last(story).map((evidence) => ({ evidence, count: story.words }))
  })
}

export function findNoSoWhat({ input, from }: HabitTask): HabitFinding[] {
  return storiesOf(input).flatMap((story) => {
    const tells = tellsPart(story, 'reflection') || ['lesson', 'told-reflection', 'taken-from-it'].some(story.has)
    return tells || story.words < from ? [] : last(story).map((evidence) => ({ evidence, count: story.words }))
  })
}

/** Fewer different telling words than these tell nothing about a story. */
const fewestTelling = 40

/** At least `from` percent of a story's telling words stood in one before it. */
export function findSameStory({ input, from }: HabitTask): HabitFinding[] {
  const stories = storiesOf(input)
  const asked = tellingWords(input.questions.map(({ text }) => text).join('\n'))
  const telling = stories.map(({ index }) => {
    const own = tellingWords(index.segments.map(({ text }) => text).join('\n'))
    return new Set([...own].filter((word) => !asked.has(word)))
  })
  return stories.flatMap((story, at) => {
    const own = telling[at] ?? new Set()
    if (own.size < fewestTelling) return []
    const shares = telling.slice(0, at).map((before) => {
      const shared = [...own].filter((word) => before.has(word)).length
      return before.size < fewestTelling ? 0 : (100 * shared) / Math.min(own.size, before.size)
    })
    const most = Math.round(Math.max(0, ...shares))
    return most < from ? [] : first(story).map((evidence) => ({ evidence, count: most }))
  })
}
