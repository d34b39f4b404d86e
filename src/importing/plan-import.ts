import type { GuessedPart, ImportPart, ImportRequest } from '#src/domain/import.ts'
import type { SourceSpeaker } from '#src/domain/imported.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Level, TrackId } from '#src/domain/track.ts'
import { HotseatError, NotFoundError } from '#src/errors.ts'
import type { Source } from '#src/transcript/source.ts'
import { labelKey, roleOfLabel } from '#src/transcript/speaker-labels.ts'
import { turnsOf } from '#src/transcript/turns-of.ts'
import { previewSource, rolesOf } from './preview-source.ts'
import type { BankQuestion } from './question-likeness.ts'

/** What a source does not tell, and nobody said either; `message` says how to say it. */
export class UnclearError extends HotseatError {
  override name = 'UnclearError'
}

/** What somebody says of a source beside it; what is unsaid is taken from the source, or guessed. */
export interface SaidOfSource {
  /** Labels of the source. */
  candidates: readonly string[]
  interviewers: readonly string[]
  track?: TrackId | undefined
  level?: Level | undefined
  /** Id in the bank: the whole source is about it. */
  question?: string | undefined
}

export const nothingSaid: SaidOfSource = { candidates: [], interviewers: [] }

/**
 * Who is who in a source, and its parts, without anybody to ask: by what was said of it, else by the same guesses that a preview shows. Throws
 * UnclearError where neither tells, NotFoundError for a speaker or a question that there is not.
 */
export function planImport(
  source: Source,
  said: SaidOfSource,
  { bank, lexicon }: { bank: readonly BankQuestion[]; lexicon: Lexicon },
): Pick<ImportRequest, 'speakers' | 'parts'> {
  const speakers = speakersOf(source, said)
  const { level: told, parts: guessed } = previewSource(source, { speakers, bank, lexicon })
  const level = said.level ?? told
  if (level === null) throw new UnclearError('The level cannot be told: name it with --level junior, mid, senior or lead.')
  return { speakers, parts: partsOf(guessed, { ...said, level }, bank) }
}

function speakersOf(source: Source, { candidates, interviewers }: SaidOfSource): SourceSpeaker[] {
  const known = new Map(source.speakers.flatMap(({ label }) => (label === null ? [] : [[labelKey(label), label] as const])))
  const labelsOf = (names: readonly string[]) =>
    new Set(
      names.map((name) => {
        const label = known.get(labelKey(name))
        if (label === undefined) throw new NotFoundError(`Nobody called "${name}" speaks. ${whoSpeaks(source)}`)
        return label
      }),
    )
  const [answering, asking] = [labelsOf(candidates), labelsOf(interviewers)]
  const roles = rolesOf(source, []).map(({ label, role }): SourceSpeaker => {
    if (label !== null && answering.has(label)) return { label, role: 'candidate' }
    if (label !== null && asking.has(label)) return { label, role: 'interviewer' }
    return { label, role: role === 'candidate' && answering.size > 0 ? 'interviewer' : role }
  })
  const others = roles.filter(({ label, role }) => role === 'interviewer' && !(label !== null && asking.has(label)))
  const [other] = others
  // Of two, the one who was not named is the other one.
  if (other !== undefined && others.length === 1 && !roles.some(({ role }) => role === 'candidate')) other.role = 'candidate'
  refuseUnclear(source, roles, answering.size > 0)
  return roles
}

function refuseUnclear(source: Source, roles: readonly SourceSpeaker[], isNamed: boolean): void {
  const spoken = new Set(turnsOf(source, roles).map(({ speaker }) => speaker))
  const isSure = isNamed || roles.some(({ label, role }) => role === 'candidate' && roleOfLabel(label ?? '') === 'candidate')
  if (!spoken.has('candidate') || (!spoken.has('interviewer') && !isSure))
    throw new UnclearError(`It cannot be told who is who. ${whoSpeaks(source)}`)
}

const mostNamed = 12

function whoSpeaks({ speakers }: Source): string {
  const names = speakers.flatMap(({ label }) => label ?? [])
  if (names.length === 0) return 'The text names nobody: put "Interviewer:" and "Candidate:" before what each of them says.'
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : ''
  return `Name the candidate with --candidate NAME; there speak ${names.slice(0, mostNamed).join(', ')}${more}.`
}

function partsOf(
  guessed: readonly GuessedPart[],
  { track, level, question }: SaidOfSource & { level: Level },
  bank: readonly BankQuestion[],
): ImportPart[] {
  const [first] = guessed
  if (first === undefined) throw new UnclearError('Nobody says a word.')
  if (question !== undefined) {
    const found = bank.filter((one) => one.id === question && (track === undefined || one.track === track))
    const [only] = found
    if (only === undefined)
      throw new NotFoundError(`There is no question "${question}"${track === undefined ? '' : ` in the track ${track}`}.`)
    if (found.length > 1) throw new UnclearError(`Several tracks have a question "${question}": name one with --track.`)
    return [{ from: first.from, track: only.track, level, question: { id: question } }]
  }
  // Where all of it is said to be on one track, what seemed to be about another goes on in the part before.
  const fitting = track === undefined ? guessed : guessed.filter((part) => part.track === track || part.track === null)
  const kept = fitting.length === 0 ? [{ ...first, question: { id: null, text: first.question.text } }] : fitting
  return kept.map(({ from, track: told, question: asked }, at) => {
    const ownTrack = track ?? told
    if (ownTrack === null) throw new UnclearError('The track cannot be told: name it with --track.')
    const text = asked.text.trim() === '' ? 'Not said' : asked.text
    return {
      from: at === 0 ? first.from : from,
      track: ownTrack,
      level,
      question: asked.id === null ? { text } : { id: asked.id },
    }
  })
}
