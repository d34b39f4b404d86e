import type { Cue } from './read-cues.ts'

export const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')

/** Below so many words, a repetition is one that people make themselves. */
const fewestWords = 2
/** Captions roll when so many of them begin with what the one before ends with. */
const rollingShare = 0.3

/** Words that rolling captions show again belong to one of them alone. A transcript that does not roll is left as it is. */
export function joinRolling(cues: readonly Cue[]): Cue[] {
  const repeated = cues.map((cue, at) => {
    const before = cues[at - 1]
    return before === undefined || before.label !== cue.label || cue.startMs > before.endMs + 100
      ? 0
      : overlap(before.text, cue.text)
  })
  const rolling = repeated.filter((words) => words >= fewestWords).length
  if (rolling < 2 || rolling < rollingShare * (cues.length - 1)) return [...cues]
  return cues.flatMap((cue, at) => {
    const text = wordsOf(cue.text).slice(repeated[at]).join(' ')
    return text === '' ? [] : [{ ...cue, text }]
  })
}

/** How many words at the beginning of a text are those at the end of the one before; in time linear in both. */
function overlap(before: string, text: string): number {
  const words = wordsOf(text)
  const earlier = wordsOf(before).slice(-words.length)
  const borders = [0]
  const follow = (length: number, word: string | undefined): number => {
    let at = length
    while (at > 0 && (at === words.length || words[at] !== word)) at = borders[at - 1] ?? 0
    return words[at] === word ? at + 1 : at
  }
  for (const word of words.slice(1)) borders.push(follow(borders.at(-1) ?? 0, word))
  return earlier.reduce(follow, 0)
}
