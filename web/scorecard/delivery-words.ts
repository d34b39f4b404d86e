import type { Band, DeliveryReport, QuestionDelivery, SentencePart, StoryDelivery } from '#src/domain/delivery.ts'

export const partWords: Record<SentencePart, string> = {
  situation: 'Situation',
  task: 'Task',
  action: 'Action',
  result: 'Result',
  reflection: 'Looking back',
  other: 'None of them',
}

export const rangeWords = ({ from, to }: Band): string => `${from}–${to}`

/** Minutes and seconds: 178 is "2:58". */
export function timeWords(seconds: number): string {
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** How long the answer that tells the story is, beside what is common; the time only where it is known. */
export function lengthWords(answer: NonNullable<StoryDelivery['answer']>, { story }: DeliveryReport['bands']): string {
  const words = `${counted(answer.words, 'word')}; commonly ${rangeWords(story.answer.words)}.`
  if (answer.seconds === null) return words
  const { from, to } = story.answer.seconds
  return `${words} ${timeWords(answer.seconds)} from the question to your answer, thinking and typing included; spoken, commonly ${timeWords(from)}–${timeWords(to)}.`
}

export const deedWords = ({ own, shared }: StoryDelivery): string =>
  own + shared === 0 ? 'None found in the past tense.' : `${own || 'None'} told with “I”, ${shared || 'none'} with “we”.`

/** Figures of a story are held against what was before; those of a design are not. */
export function baselineWords({ figures, baselines, story }: QuestionDelivery): string | null {
  if (figures.length === 0) return 'None found.'
  if (story === null) return null
  return baselines.length === 0
    ? 'None of them is held against what it was before.'
    : `${counted(baselines.length, 'sentence')} say${baselines.length === 1 ? 's' : ''} what a figure was before, or is held against.`
}

/** Whose the words were. The recommendation is named once enough was said for it. */
export function talkWords({ words, bands }: DeliveryReport): string {
  const total = words.candidate + words.interviewer
  if (total === 0) return 'Nothing was said.'
  const share = Math.round((100 * words.interviewer) / total)
  const isEnough = words.candidate >= bands.interviewerShare.fromWords
  const common = isEnough ? `; commonly at most ${bands.interviewerShare.atMost}%` : ''
  return `${figure(words.candidate)} yours, ${figure(words.interviewer)} the interviewer’s, ${share}% of all${common}.`
}

export function hedgeWords({ hedges, words }: DeliveryReport): string {
  const count = hedges.reduce((sum, hedge) => sum + hedge.count, 0)
  if (count === 0) return 'None found.'
  const shown = hedges.slice(0, 5).map((hedge) => `“${hedge.phrase}” ${hedge.count}`)
  return `${count} in ${counted(words.candidate, 'word')}: ${shown.join(', ')}${hedges.length > 5 ? ', and others' : ''}. A guess is best called one; these are here so that you can hear them.`
}

/** Why a story has no shares, and what a story usually holds. */
export function noSharesWords({ story }: DeliveryReport['bands']): string {
  const { situation, task, action, result } = story.shares
  return (
    'Too few sentences to divide. A story usually has a setting ' +
    `(${rangeWords(situation)}% of its sentences), what was yours to do (${rangeWords(task)}%), what you did (${rangeWords(action)}%) and what came of it (${rangeWords(result)}%).`
  )
}

const figure = (count: number): string => count.toLocaleString('en')
const counted = (count: number, noun: string): string => `${figure(count)} ${noun}${count === 1 ? '' : 's'}`
