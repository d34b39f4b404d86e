import { tellingWords } from './telling-words.ts'

/** One word in common may be anybody's. */
const fewestShared = 2

/**
 * Whether a question asks for what one of some sentences told: it shares `fewest` words with it which the text of the question at hand does not hold, as
 * everybody uses those.
 */
export function asksForTold(sentences: readonly string[], questionText: string, fewest = fewestShared): (ask: string) => boolean {
  const ofTask = tellingWords(questionText)
  const told = sentences.map(tellingWords)
  return (ask) => {
    const asked = [...tellingWords(ask)].filter((word) => !ofTask.has(word))
    return told.some((words) => asked.filter((word) => words.has(word)).length >= fewest)
  }
}
