import { plain } from '#src/conduct/said-so-far.ts'
import { questionsIn } from '#src/conduct/sentence-rules.ts'
import { wordsIn } from '#src/conduct/sentence-splitter.ts'
import type { SpeechCues } from '#src/conduct/speech-cues.ts'
import type { Move } from '#src/domain/move.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import { tellingWords } from '#src/evidence/telling-words.ts'
import { heardIn } from './may-stand-beside.ts'

/** A sentence of so many words turns back to the task, or to the candidate. */
const mostWords = 12
/** What is said of nothing but the talk itself may be longer. */
const mostWordsOfTalk = 24

/** Moves that tell and ask nothing of the matter: they hand the turn back. */
const handsBack: ReadonlySet<Move['kind']> = new Set<Move['kind']>(['steer', 'wait', 'listen', 'nudge', 'reply'])
export const isHandingBack = (move: Move): boolean => handsBack.has(move.kind) || (move.kind === 'hint' && move.rung < 2)

interface Options {
  cues: SpeechCues
  phrases: Phrases
  planned: string
  /** What such a move may take up. */
  known: string
}

/**
 * Whether a sentence of a move that hands back brings in nothing, in English: it is planned, or all that it names was heard or belongs to the talk. Such
 * moves have words for everything, an answer or a mark among them, and no plan to hold these to.
 */
export function saysNothingNew({ cues, phrases, planned, known }: Options): (sentence: string) => boolean {
  const plannedPlain = plain(planned)
  const heard = heardIn(`${planned}\n${known}`)
  const ofTalk = wordsOfTalk(phrases)
  return (sentence) => {
    if (plannedPlain.includes(plain(sentence))) return true
    if (cues.has('own-way', sentence) || !heard.hasFiguresOf(sentence)) return false
    if (questionsIn(sentence) === 0 && cues.has('appraising', sentence)) return false
    const words = wordsIn(sentence)
    if (words <= mostWordsOfTalk && cues.saysOnly(['talking'], sentence, ofTalk)) return true
    return words <= mostWords && cues.saysOnly(['talking'], sentence, new Set([...heard.words(), ...ofTalk]))
  }
}

const ownWordings = /^(?:steer|wait|listen|nudge|reply|recover|hint-[01]|question-stands)(?:-|$)/
const known = new WeakMap<Phrases, ReadonlySet<string>>()

/** Words of all that such moves have wordings for. */
function wordsOfTalk(phrases: Phrases): ReadonlySet<string> {
  const lines = Object.entries(phrases).flatMap(([key, wordings]) => (ownWordings.test(key) ? wordings : []))
  const words = known.get(phrases) ?? tellingWords(lines.join(' '))
  known.set(phrases, words)
  return words
}
