import type { ImportPreview } from '#src/domain/import.ts'
import type { SourceSpeaker } from '#src/domain/imported.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Source, SourceUtterance } from '#src/transcript/source.ts'
import { turnsOf } from '#src/transcript/turns-of.ts'
import { guessLevel, guessParts, type SaidAt } from './guess-parts.ts'
import type { BankQuestion } from './question-likeness.ts'
import { lineOf } from './shorten.ts'
import { statedParts } from './stated-parts.ts'

/** More unread places than this are counted only. */
const shownUnread = 200
/** Places at which a part may begin; an interview of three hours has a few hundred. */
const shownAsked = 2000
const longestSample = 140
const longestAsked = 120

/** What would be made of a source: nothing is stored. `speakers` is who is who where somebody said so; the readers' guess stands for the rest. */
export function previewSource(
  source: Source,
  { speakers, bank, lexicon }: { speakers: readonly SourceSpeaker[]; bank: readonly BankQuestion[]; lexicon: Lexicon },
): ImportPreview {
  const { format, utterances, quality, timed, unread, stated } = source
  const roles = rolesOf(source, speakers)
  const samples = samplesOf(utterances)
  const said = saidBy(utterances, roles)
  const turns = turnsOf(source, roles)
  const count = (speaker: 'interviewer' | 'candidate') => turns.filter((turn) => turn.speaker === speaker).length
  return {
    format,
    isOwnExport: format === 'hotseat-json' || format === 'hotseat-markdown',
    speakers: source.speakers.map(({ label, utterances: times, words }, at) => ({
      label,
      role: roles[at]?.role ?? 'left-out',
      utterances: times,
      words,
      samples: samples.get(label) ?? [],
    })),
    utterances: utterances.length,
    turns: { interviewer: count('interviewer'), candidate: count('candidate') },
    quality,
    timed,
    minutes: timed ? minutesOf(utterances) : null,
    unread: unread.slice(0, shownUnread),
    unreadCount: unread.length,
    level: stated.level ?? guessLevel(said, lexicon),
    parts: statedParts(source, bank) ?? guessParts(said, { bank, lexicon }),
    asked: said
      .filter(({ speaker }) => speaker === 'interviewer')
      .slice(0, shownAsked)
      .map(({ from, text }) => ({ from, text: lineOf(text, longestAsked) })),
  }
}

/** Who is who: as somebody said, else as the reader suggests. */
export function rolesOf({ speakers }: Pick<Source, 'speakers'>, said: readonly SourceSpeaker[]): SourceSpeaker[] {
  const byLabel = new Map(said.map(({ label, role }) => [label, role]))
  return speakers.map(({ label, suggested }) => ({ label, role: byLabel.get(label) ?? suggested }))
}

/** Contributions of interviewer and candidate, one after another of the same speaker as one: a question is often cut in pieces. */
function saidBy(utterances: readonly SourceUtterance[], roles: readonly SourceSpeaker[]): SaidAt[] {
  const roleOf = new Map(roles.map(({ label, role }) => [label, role]))
  const said: SaidAt[] = []
  for (const [at, { label, text }] of utterances.entries()) {
    const speaker = roleOf.get(label) ?? 'left-out'
    if (speaker === 'left-out') continue
    const last = said.at(-1)
    if (last?.speaker === speaker) last.text = `${last.text}\n${text}`
    else said.push({ from: at + 1, speaker, text })
  }
  return said
}

/** For each label, of what it said the three longest, in their order: greetings tell nobody apart. */
function samplesOf(utterances: readonly SourceUtterance[]): Map<string | null, string[]> {
  const longest = new Map<string | null, SourceUtterance[]>()
  for (const utterance of utterances) {
    const own = longest.get(utterance.label) ?? []
    if (own.length < 3) longest.set(utterance.label, [...own, utterance])
    else {
      const shortest = own.reduce((least, one) => (one.text.length < least.text.length ? one : least))
      if (utterance.text.length > shortest.text.length)
        longest.set(utterance.label, [...own.filter((one) => one !== shortest), utterance])
    }
  }
  return new Map([...longest].map(([label, own]) => [label, own.map(({ text }) => lineOf(text, longestSample))]))
}

/** From the earliest time to the latest; some sources are not in the order of their times. */
function minutesOf(utterances: readonly SourceUtterance[]): number {
  const times = utterances.flatMap(({ atMs }) => atMs ?? []).sort((a, b) => a - b)
  return Math.round(((times.at(-1) ?? 0) - (times[0] ?? 0)) / 60_000)
}
