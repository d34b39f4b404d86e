import { stemsOf, unquoted } from '#src/conduct/sentence-rules.ts'
import type { Turn } from '#src/domain/turn.ts'
import { sentencesOf } from './quote.ts'

/** Of the words of two questions, how many they share when one of them would hear the other's answer again. */
const shareOfTwins = 0.6
const fewestShared = 2

/** Whether a question, or one that is nearly the same, stands in what the interviewer said in these turns: two checks may be asked about alike. */
export function askedAlready(turns: readonly Turn[]): (ask: string) => boolean {
  const spoken = turns.filter(({ speaker }) => speaker === 'interviewer').map(({ text }) => text)
  const asked = spoken.flatMap((text) => sentencesOf(unquoted(text)).filter((sentence) => sentence.endsWith('?'))).map(stemsOf)
  return (ask) => {
    const stems = stemsOf(unquoted(ask.replaceAll('{quote}', '')))
    return spoken.some((text) => text.includes(ask)) || asked.some((one) => areTwins(one, stems))
  }
}

function areTwins(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = [...one].filter((stem) => other.has(stem)).length
  return shared >= fewestShared && shared / (one.size + other.size - shared) >= shareOfTwins
}
