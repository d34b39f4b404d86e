import { numbersIn } from '#src/conduct/numbers-in.ts'
import { plain } from '#src/conduct/said-so-far.ts'
import { questionsIn } from '#src/conduct/sentence-rules.ts'
import { wordsIn } from '#src/conduct/sentence-splitter.ts'
import type { SpeechCues } from '#src/conduct/speech-cues.ts'
import { tellingWords } from '#src/evidence/telling-words.ts'

/** A sentence of so many words acknowledges and says nothing else. */
const mostWordsOfCourtesy = 5
/** A sentence of so many words only names what is turned to, or what somebody spoke of. */
const mostWordsOfNaming = 12
/** "A moment ago you said", with what is quoted behind it. */
const mostWordsAroundQuotation = 6
/** They carry nothing of the matter: whatever else such a sentence names must have been heard. */
const wordsOfTurning = tellingWords(
  'back come coming stay staying stick sticking turn turning move moving next last first another thing itself mentioned brought moment second minute while part question like want curious',
)
/** Before a request: "Then take the slow case." By themselves they say nothing. */
const joins = new Set(['and', 'so', 'but', 'then', 'now', 'okay', 'ok', 'alright', 'sure', 'well', 'just'])

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
  const heard = heardIn(known)
  return (sentence) => {
    const words = wordsIn(sentence)
    if (questionsIn(sentence) > 0 || saysPlan(sentence) || onlyQuotes(sentence)) return true
    const first = firstWord(sentence)
    if (first === '' || cues.has('requesting', first)) return true
    if (words <= mostWordsOfCourtesy && cues.has('acknowledging', sentence))
      return heard.hasFiguresOf(sentence) && cues.saysOnly(['acknowledging'], sentence, heard.words())
    if (words > mostWordsOfNaming || !cues.has('turning', sentence)) return false
    return [...tellingWords(sentence)].every((word) => heard.words().has(word) || wordsOfTurning.has(word))
  }
}

/** What was heard, each read when it is asked for first: a whole interview, and seldom asked for. */
export function heardIn(known: string): { words: () => ReadonlySet<string>; hasFiguresOf: (sentence: string) => boolean } {
  let words: ReadonlySet<string> | null = null
  let figures: ReadonlySet<number> | null = null
  return {
    words: () => {
      words ??= tellingWords(known)
      return words
    },
    hasFiguresOf: (sentence) => {
      figures ??= numbersIn(known)
      const before = figures
      return [...numbersIn(sentence)].every((figure) => figure < smallestFigure || before.has(figure))
    },
  }
}

/** Fewer than these are a manner of speaking. */
const smallestFigure = 3

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
