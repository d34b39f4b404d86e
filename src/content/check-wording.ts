import type { Report } from './fault-list.ts'

/** Words by which an interviewer would grade or applaud in the middle of an interview. */
const praise =
  /\b(great|excellent|perfect|awesome|amazing|brilliant|fantastic|impressive|wonderful|well done|very good|exactly right|(?:good|nice) (?:answer|point|question|job|work|thinking|idea|start|one|choice|catch))\b/i

const asking = '(?:what|how|why|who|whom|whose|when|where|which|whether)'
/** A word or two may stand before it: "by when", "up to which", "measured where". */
const askingFor = `(?:[a-z]+ ){0,2}?${asking}\\b`
const helping = '(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|shall|should|may|must)'

/**
 * Where a second question is joined on to a first. "Or" joins one only where the first does not ask which: "does it wait, or does it go on?" is a
 * choice. Without a comma a question word most often belongs to what is asked ("what goes in and what stays out"), unless it ends the question.
 */
const joints: readonly RegExp[] = [
  new RegExp(`[,;:] (?:and|but|so|then) (?:if (?:so|not),? )?${askingFor}`, 'i'),
  new RegExp(`[,;:] (?:and|but|so|then) (?:(?:also|then|if so,?|if not,?) )?${helping}\\b`, 'i'),
  new RegExp(` (?:and|but) ${askingFor}(?: not| else| so)?$`, 'i'),
  / and why\b/i,
  new RegExp(`(?<=^(?!which)${asking}\\b.*), or ${asking}\\b`, 'i'),
  new RegExp(`\\b${asking} (?:and|or) ${asking}\\b`, 'i'),
]

/** The words by which one sentence asks a second question ("and by when"), null when it does not. What is told before the question may join what it likes. */
function secondQuestionIn(text: string): string | null {
  const questions = [...text.matchAll(/[^.?!]*(?=\?)/g)].map(([question]) => question.trim())
  for (const question of questions)
    for (const joint of joints) {
      const joined = joint.exec(question)
      if (joined !== null) return joined[0].replace(/^\W+/, '')
    }
  return null
}

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
