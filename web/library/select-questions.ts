import type { Framework } from '#src/domain/topic.ts'
import type { Level, TrackId } from '#src/domain/track.ts'
import type { LibraryQuestion } from '#src/protocol/rest.ts'
import { byTitle } from '../by-title.ts'

/** What the library is narrowed down to; null is anything. */
export interface Selection {
  words: string
  track: TrackId | null
  topic: string | null
  level: Level | null
  framework: Framework | null
  untriedOnly: boolean
}

export const everything: Selection = {
  words: '',
  track: null,
  topic: null,
  level: null,
  framework: null,
  untriedOnly: false,
}

/** The questions that fit, by title. Each word must begin a word of the title, the opening, what it tests, or a topic's title. */
export function selectQuestions(
  questions: readonly LibraryQuestion[],
  { words, track, topic, level, framework, untriedOnly }: Selection,
  topicTitles: ReadonlyMap<string, string>,
): LibraryQuestion[] {
  const wanted = wordsOf(words)
  const found = questions.filter(
    (question) =>
      (track === null || question.track === track) &&
      (topic === null || question.topics.includes(topic)) &&
      (level === null || question.levels.includes(level)) &&
      (framework === null || question.framework === framework) &&
      !(untriedOnly && question.tried !== null) &&
      holdsAll(textOf(question, topicTitles), wanted),
  )
  return found.sort(byTitle)
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

const textOf = ({ title, opening, tests, topics }: LibraryQuestion, titles: ReadonlyMap<string, string>): string =>
  [title, opening, tests ?? '', ...topics.map((topic) => titles.get(topic) ?? topic)].join(' ')

function holdsAll(text: string, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true
  const held = wordsOf(text)
  return wanted.every((word) => held.some((one) => one.startsWith(word)))
}
