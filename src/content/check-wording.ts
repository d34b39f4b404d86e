import { secondQuestionIn } from '#src/domain/second-question.ts'
import type { Report } from './fault-list.ts'

/** Words by which an interviewer would grade or applaud in the middle of an interview. */
const praise =
  /\b(great|excellent|perfect|awesome|amazing|brilliant|fantastic|impressive|wonderful|well done|very good|exactly right|(?:good|nice) (?:answer|point|question|job|work|thinking|idea|start|one|choice|catch))\b/i

/** Most words of what an interviewer says at once. */
export const spokenWords = 40

export const countWords = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

/** Reports what the interviewer must not say: two questions at once, praise, or more words than it has for this. */
export function checkWording(text: string, { path, words, report }: { path: string; words: number; report: Report }) {
  const questions = text.split('?').length - 1
  if (questions > 1) report(path, `one question at a time, not ${questions} question marks`)
  const second = secondQuestionIn(text)
  if (second !== null) report(path, `one question at a time; "${second}" joins a second one`)
  const praised = praise.exec(text)
  if (praised !== null) report(path, `neutral words; "${praised[0]}" praises or grades`)
  const counted = countWords(text)
  if (counted > words) report(path, `at most ${words} words, not ${counted}`)
}

/** Reports ids that occur twice in a list. */
export function checkDistinct(ids: readonly string[], { path, report }: { path: (index: number) => string; report: Report }) {
  ids.forEach((id, index) => {
    if (ids.indexOf(id) !== index) report(path(index), `an id of its own; "${id}" is there twice`)
  })
}
