import { plain, tellingWords } from '#src/conduct/said-so-far.ts'
import { questionsIn } from '#src/conduct/sentence-rules.ts'
import { wordsIn } from '#src/conduct/sentence-splitter.ts'
import type { SpeechCues } from '#src/conduct/speech-cues.ts'

/** A sentence of so many words acknowledges and says nothing else. */
const mostWordsOfCourtesy = 5
/** A sentence of so many words only names what is turned to. */
const mostWordsOfTurning = 6
/** "A moment ago you said", with what is quoted behind it. */
const mostWordsAroundQuotation = 6
/** Of the words that carry something: "back" is one, where nobody said it. */
const mostUnheard = 1
/** Before a request: "Then take the slow case." */
const joins = new Set(['and', 'so', 'but', 'then', 'now', 'okay', 'ok', 'well', 'just'])

interface Beside {
  cues: SpeechCues
  /** All that was said, and is planned to be. */
  known: string
  /** Whether a sentence is of the planned words. */
  saysPlan: (sentence: string) => boolean
}

/**
 * Whether a sentence may stand beside the question that a move is, in English. Praise, grades, summaries and advice have no end of wordings, so it is not
 * looked for these: what may stand there is an acknowledgement, a request, a quotation, the name of what is turned to, or of the planned words.
 */
export function mayStandBeside({ cues, known, saysPlan }: Beside): (sentence: string) => boolean {
  let heard: ReadonlySet<string> | null = null
  return (sentence) => {
    const words = wordsIn(sentence)
    if (questionsIn(sentence) > 0 || saysPlan(sentence) || onlyQuotes(sentence)) return true
    if (cues.has('requesting', firstWord(sentence))) return true
    if (words <= mostWordsOfCourtesy && cues.has('acknowledging', sentence)) return true
    if (words > mostWordsOfTurning || !cues.has('turning', sentence)) return false
    // Of a whole interview, and seldom asked for.
    heard ??= tellingWords(known)
    const before = heard
    return [...tellingWords(sentence)].filter((word) => !before.has(word)).length <= mostUnheard
  }
}

const quotation = /"[^"]+"|“[^”]+”/g

/** A quotation, and what says of whom and when it is. */
function onlyQuotes(sentence: string): boolean {
  const around = sentence.replaceAll(quotation, '')
  return around !== sentence && wordsIn(around) <= mostWordsAroundQuotation
}

const firstWord = (sentence: string): string =>
  plain(sentence)
    .trim()
    .split(' ')
    .find((word) => !joins.has(word)) ?? ''
