import type { FeatureId } from '#src/domain/rubric.ts'
import { opensAsQuestion } from './analyse-turn.ts'
import type { CompiledLexicon } from './compile-pattern.ts'
import { type Match, matchPattern } from './match-pattern.ts'
import { pleas } from './pleas.ts'
import { sentencesOf } from './read-sentences.ts'
import type { TextIndex } from './text-index.ts'

/** How often a property of the whole showed, and where. */
export interface FeatureCount {
  count: number
  matches: readonly Match[]
}

/** Counts a feature over what the candidate said. `isOut` takes sentences out of evidence, as in the index. */
export function countFeature(
  id: FeatureId,
  index: TextIndex,
  { lexicon, isOut }: { lexicon: CompiledLexicon; isOut: (segment: number, sentence: number) => boolean },
): FeatureCount {
  const by = (source: string): FeatureCount => counted(matchPattern(lexicon.pattern(source), index))
  switch (id) {
    case 'clarifying-questions':
      return counted(clarifyingQuestions(index, lexicon, isOut))
    case 'quantities':
      return counted(eachOccurrence('quantity', index, lexicon))
    case 'decisions':
      return by('@decision')
    case 'reasoned-decisions':
      return by('@decision + @because | @cost | @contrast ~ 30')
    case 'mechanisms':
      return by('@thing + @mechanism + @thing ~ 24')
    case 'own-actions':
      return counted(ownActions(index, lexicon))
    case 'event-markers': {
      const marks = counted(eachOccurrence('event', index, lexicon))
      // A narrative in the past tense is one mark more: some tell the event without dating it.
      return ownActions(index, lexicon).length >= 3 ? { ...marks, count: marks.count + 1 } : marks
    }
    case 'outcomes':
      return by('@outcome')
    case 'measured-outcomes':
      return by('@outcome + @quantity | # ~ 24')
    case 'lessons':
      return by('@lesson')
    case 'answer-words': {
      const said = sentencesOf(index.segments).filter(({ segment, sentence }) => !isOut(segment.order, sentence))
      return {
        count: said.reduce((words, { first, last }) => words + last - first + 1, 0),
        matches: said.slice(0, 1).map(asMatch),
      }
    }
  }
}

const counted = (matches: readonly Match[]): FeatureCount => ({ count: matches.length, matches })
const asMatch = ({ segment, first, last }: Pick<Match, 'segment' | 'first' | 'last'>): Match => ({
  segment,
  first,
  last,
  words: [],
  pattern: '',
})

/** Occurrences of a list, none overlapping another. */
function eachOccurrence(cue: string, index: TextIndex, lexicon: CompiledLexicon): Match[] {
  const matches: Match[] = []
  for (const at of index.find(lexicon.cue(cue), false)) {
    const segment = index.segments[at.segment]
    const before = matches.at(-1)
    if (segment === undefined || (before?.segment === segment && at.first <= before.last)) continue
    matches.push({ segment, first: at.first, last: at.last, words: [at.first], pattern: `@${cue}` })
  }
  return matches
}

/**
 * "I stopped the deploys", "I've stopped", "I then quickly stopped", and "Stopped the deploys" where a clause begins with it: terse speakers
 * leave themselves out.
 */
function ownActions(index: TextIndex, lexicon: CompiledLexicon): Match[] {
  const bare = eachOccurrence('bare-action', index, lexicon).filter(({ segment, first }) => {
    const before = segment.tokens[first - 1]
    return before === undefined || before.clause !== segment.tokens[first]?.clause || before.text === 'then'
  })
  const told = eachOccurrence('action', index, lexicon)
  const known = new Set(told.map(({ segment, last }) => placeOf(segment, last)))
  const after = [...bare, ...eachOccurrence('story-did', index, lexicon).filter(({ segment, first }) => isOwn(segment, first))]
  for (const match of after) {
    const place = placeOf(match.segment, match.last)
    if (known.has(place)) continue
    known.add(place)
    told.push(match)
  }
  return told.sort((a, b) => a.segment.order - b.segment.order || a.first - b.first)
}

const placeOf = ({ order }: Match['segment'], word: number): string => `${order} ${word}`

/** What may stand between "I" and what I did. */
const between = new Set(
  'have had then also just even first only simply personally quickly again always already immediately basically really finally'.split(
    ' ',
  ),
)

/** True when the word before, adverbs and auxiliaries aside, is "I". */
function isOwn({ tokens }: Match['segment'], at: number): boolean {
  let before = at - 1
  while (between.has(tokens[before]?.text ?? '')) before--
  const subject = tokens[before]
  return subject !== undefined && subject.clause === tokens[at]?.clause && (subject.text === 'i' || subject.text === 'ive')
}

/** Questions about the task, no pleas, asked up to the turn in which the first part or solution is named, that turn's opening sentences included. */
function clarifyingQuestions(
  index: TextIndex,
  lexicon: CompiledLexicon,
  isOut: (segment: number, sentence: number) => boolean,
): Match[] {
  const [solution] = index.find(lexicon.cue('component'), false)
  const sentences = sentencesOf(index.segments)
  const pleading = pleas(sentences, index, lexicon)
  return sentences
    .filter((sentence) => {
      const order = sentence.segment.order
      const early =
        solution === undefined || order < solution.segment || (order === solution.segment && sentence.first <= solution.first)
      return early && !pleading.has(sentence) && !isOut(order, sentence.sentence) && opensAsQuestion(sentence, lexicon, index)
    })
    .map(asMatch)
}
