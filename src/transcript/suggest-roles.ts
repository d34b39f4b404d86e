import type { SpeakerRole } from '#src/domain/imported.ts'
import { countWords } from './clean-lines.ts'
import type { SourceUtterance, SourceVoice } from './source.ts'
import { roleOfLabel } from './speaker-labels.ts'

interface Voice {
  label: string | null
  utterances: number
  words: number
  questions: number
}

/** Below this share of all words, somebody who asks nothing, where others ask, is taken for an observer. */
const observerShare = 0.15

/** Everybody who speaks, with a guess at who is who: by the words of the label first, then by who asks and who says most. */
export function voicesOf(utterances: readonly SourceUtterance[]): SourceVoice[] {
  const voices = new Map<string | null, Voice>()
  for (const { label, text } of utterances) {
    const voice = voices.get(label) ?? { label, utterances: 0, words: 0, questions: 0 }
    voice.utterances += 1
    voice.words += countWords(text)
    if (asks(text)) voice.questions += 1
    voices.set(label, voice)
  }
  const roles = rolesOf([...voices.values()])
  return [...voices.values()].map((voice) => ({
    label: voice.label,
    utterances: voice.utterances,
    words: voice.words,
    suggested: roles.get(voice) ?? 'left-out',
  }))
}

/** Ends on a question, or asks for something to be told. */
const asks = (text: string): boolean =>
  /[?？؟](?:\s|$)|;\s*$/u.test(text.slice(-200)) || /\b(?:tell|walk|talk|take) (?:me|us)\b/i.test(text.slice(0, 500))

function rolesOf(voices: Voice[]): Map<Voice, SpeakerRole> {
  const [only] = voices
  if (only !== undefined && voices.length === 1) return new Map([[only, roleOfLabel(only.label ?? '') ?? 'candidate']])
  const roles = new Map<Voice, SpeakerRole>()
  for (const voice of voices) {
    const role = voice.label === null ? 'left-out' : roleOfLabel(voice.label)
    if (role !== undefined) roles.set(voice, role)
  }
  const named = voices.filter((voice) => !roles.has(voice)).sort((a, b) => answering(b) - answering(a))
  const [most] = named
  if (most !== undefined && ![...roles.values()].includes('candidate')) roles.set(most, 'candidate')
  const words = voices.reduce((sum, voice) => sum + voice.words, 0)
  const others = named.filter((voice) => !roles.has(voice))
  const isAsked = [...roles.values()].includes('interviewer') || others.some(({ questions }) => questions > 0)
  for (const voice of others) {
    const isObserver = isAsked && voice.questions === 0 && voice.words < observerShare * words
    roles.set(voice, isObserver ? 'left-out' : 'interviewer')
  }
  return roles
}

/** Many words and few questions. */
const answering = ({ words, questions, utterances }: Voice): number => words * (1.2 - questions / utterances)
