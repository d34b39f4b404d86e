import { type Language, languageNames } from '#src/domain/language.ts'
import { unquoted } from './sentence-rules.ts'
import type { SpeechCues } from './speech-cues.ts'

/**
 * Minutes that a sentence says are left or to be spent. Only those of the interview are meant, so in English a word of the clock must be
 * near, unless the sentence announces a part; elsewhere every figure before a word for minutes counts.
 */
export function minutesNamed(
  sentence: string,
  { cues, language, isAnnouncement = false }: { cues: SpeechCues; language: Language; isAnnouncement?: boolean },
): number[] {
  const said = unquoted(sentence)
  if (!hasDigit.test(said)) return []
  if (language === 'en' && !isAnnouncement && !cues.has('time-of-clock', said)) return []
  const pattern = language === 'en' ? /\b(\d+)\s*(?:-\s*)?min(?:ute)?s?\b/gi : figureBeforeMinutes(language)
  return [...said.matchAll(pattern)].map(([, figure = '']) => numberIn(figure))
}

const hasDigit = /\p{Nd}/u

const figureBeforeMinutes = (language: Language): RegExp =>
  new RegExp(`(\\p{Nd}+)[\\s-]*(?:${languageNames[language].minutes.join('|')})`, 'giu')

/** Every whole number that is written in digits, of any script. */
export const figuresIn = (text: string): number[] => (text.match(/\p{Nd}+/gu) ?? []).map(numberIn)

const numberIn = (figure: string): number => Number([...figure].map((digit) => digitValue(digit.codePointAt(0) ?? 0)).join(''))

/** Each script has its ten digits in a row, from its zero on. */
function digitValue(code: number): number {
  let zero = code
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--
  return code - zero
}
