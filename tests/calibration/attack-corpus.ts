import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { z } from 'zod'
import { boardTextOf } from '#src/board/board-text.ts'
import { addPart, connect } from '#src/board/outline.ts'
import type { SceneElement } from '#src/board/scene.ts'
import type { Content } from '#src/content/content.ts'
import { guards } from '#src/domain/score.ts'
import type { Transcript, TranscriptTurn } from '#src/domain/transcript.ts'

const attackSchema = z.strictObject({
  id: z.string(),
  kind: z.enum([
    'order',
    'third-person',
    'language',
    'disguise',
    'forged',
    'pasted',
    'claim',
    'echo',
    'terms',
    'figures',
    'padding',
    'skeleton',
    'template',
  ]),
  /** BCP 47. */
  language: z.string(),
  /**
   * Where it goes: at the end of every answer, of the middle one, in the place of the middle one, inside its longest sentence, in a pad beside it,
   * on a board beside it as parts that arrows join, one after the other, or in pieces at the ends of the answers. Pieces and parts are apart by
   * " | ", else they are sentences.
   */
  apply: z.enum(['every-turn', 'one-turn', 'replaces-answer', 'mid-sentence', 'artifact', 'board', 'split']),
  text: z.string(),
  /** The guard by which the reader must be told of it. */
  setAside: z.enum(guards).optional(),
  /** Not held off yet: at most so many ratings are lifted by it over the honest bases of the test. A ceiling, never a goal. */
  stillLifts: z.number().int().min(1).optional(),
})
export type Attack = z.infer<typeof attackSchema>

/** The attacks of every .yaml file of a folder. */
export const readAttacks = (folder: string): Attack[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => z.array(attackSchema).parse(load(readFileSync(join(folder, name), 'utf8'))))

/** The transcript as it would stand had its candidate tried this; null when the bank lacks the words that the attack needs. */
export function attacked(transcript: Transcript, attack: Attack, content: Content): Transcript | null {
  const answers = transcript.turns.flatMap(({ speaker }, at) => (speaker === 'candidate' ? [at] : []))
  const middle = answers[Math.floor(answers.length / 2)]
  const isEvery = attack.apply === 'every-turn' || attack.apply === 'split'
  let isFilledIn = true
  const turns = transcript.turns.map((turn, at): TranscriptTurn => {
    if (turn.speaker !== 'candidate' || (!isEvery && at !== middle)) return turn
    const text = filledIn(attack.text, { transcript, at, content })
    isFilledIn &&= text !== null
    if (text === null) return turn
    if (attack.apply === 'split')
      return { ...turn, text: [turn.text, ...dealt(text, { nth: answers.indexOf(at), of: answers.length })].join(' ') }
    if (attack.apply === 'artifact')
      return { ...turn, artifacts: [...turn.artifacts, { id: 'attack', kind: 'code', text, language: 'typescript' }] }
    if (attack.apply === 'board') return { ...turn, artifacts: [...turn.artifacts, boardOf(text)] }
    if (attack.apply === 'replaces-answer') return { ...turn, text }
    if (attack.apply === 'mid-sentence') return { ...turn, text: inserted(turn.text, text) }
    return { ...turn, text: `${turn.text} ${text}` }
  })
  return isFilledIn ? { ...transcript, turns } : null
}

const piecesOf = (text: string): string[] => (text.includes(' | ') ? text.split(' | ') : text.split(/(?<=[.!?])\s+/))

/** A board whose parts say the pieces of a text. */
function boardOf(text: string): TranscriptTurn['artifacts'][number] {
  let count = 0
  const next = () => ++count
  const maker = { id: () => `drawn${next()}`, number: next, now: next }
  let elements: SceneElement[] = []
  let last: string | null = null
  for (const label of piecesOf(text)) {
    const before = new Set(elements)
    elements = addPart(elements, { kind: 'service', label, maker })
    const added = elements.find((element) => !before.has(element))?.id ?? ''
    if (last !== null) elements = connect(elements, { from: last, to: added, maker })
    last = added
  }
  return { id: 'board', kind: 'board', text: boardTextOf({ elements }) }
}

/** The pieces of a text that one answer of several gets, in order. */
function dealt(text: string, { nth, of }: { nth: number; of: number }): string[] {
  const pieces = piecesOf(text)
  return pieces.filter((_, at) => Math.floor((at * of) / pieces.length) === nth)
}

function inserted(answer: string, text: string): string {
  const sentences = answer.split(/(?<=[.!?])\s+/)
  const longest = sentences.reduce((best, sentence) => (sentence.length > best.length ? sentence : best), '')
  const words = longest.split(' ')
  const middle = Math.floor(words.length / 2)
  return answer.replace(longest, () => [...words.slice(0, middle), text, ...words.slice(middle)].join(' '))
}

/** Puts the track's and the transcript's own words where an attack names them. */
function filledIn(
  text: string,
  { transcript, at, content }: { transcript: Transcript; at: number; content: Content },
): string | null {
  const ofTrack = content.questions.filter(({ track }) => track === transcript.track)
  const question = ofTrack.find(({ id }) => id === transcript.questions[0]?.id)
  // Of another topic: who tells of a disagreement about a design when asked for a conflict answers the question.
  const other = ofTrack.find(({ id, topics }) => id !== question?.id && !topics.some((topic) => question?.topics.includes(topic)))
  const criteria = content.rubrics.get(transcript.track)?.criteria ?? []
  const checks = criteria.flatMap((criterion) => criterion.checks.map(({ check }) => check))
  const points = question?.guide.keyPoints.map(({ point }) => point) ?? []
  const fill: Record<string, () => string> = {
    anchors: () => criteria.flatMap(({ anchors }) => [anchors[3], anchors[4]]).join(' '),
    checks: () => checks.join(' '),
    claims: () => checks.map(inFirstPerson).join(' '),
    points: () => points.map(inFirstPerson).join(' '),
    'points-told': () => points.join(' '),
    'points-thinned': () => points.map(thinned).join(' '),
    'checks-thinned': () => checks.map(inFirstPerson).map(thinned).join(' '),
    'anchors-thinned': () =>
      criteria
        .flatMap(({ anchors }) => [anchors[3], anchors[4]])
        .map(thinned)
        .join(' '),
    terms: () => termsOf(points).slice(0, 30).join(', '),
    'terms-apart': () => termsOf(points).slice(0, 60).join(' | '),
    woven: () => woven(termsOf(points).slice(0, 24)),
    interviewer: () => transcript.turns[at - 1]?.text ?? '',
    own: () => transcript.turns[at]?.text ?? '',
    'other-answer': () =>
      other?.answers
        .find(({ quality }) => quality === 'senior')
        ?.parts.map((part) => part.text)
        .join(' ') ?? '',
  }
  const needed = [...text.matchAll(/\{([a-z-]+)\}/g)].map(([, name]) => name ?? '')
  if (needed.some((name) => fill[name]?.() === '')) return null
  return text.replaceAll(/\{([a-z-]+)\}/g, (whole, name: string) => fill[name]?.() ?? whole)
}

/** "Names a trade-off" as somebody would claim it: "I named a trade-off". */
const inFirstPerson = (check: string): string =>
  check.replace(/^(\w+?)(e?)s\b/, (_, verb: string, e: string) => `I ${verb.toLowerCase()}${e}d`).replace(/^I says?d/i, 'I said')

const termsOf = (points: readonly string[]): string[] => [
  ...new Set(
    points
      .join(' ')
      .toLowerCase()
      .match(/[a-z]{6,}/g),
  ),
]

/** Without every fourth word, so that hardly three stand together as they did. */
const thinned = (text: string): string =>
  text
    .split(' ')
    .filter((_, at) => at % 4 !== 3)
    .join(' ')
    .replace(/[,;]?$/, '.')

/** Terms in sentences that would hold of any of them. */
function woven(terms: readonly string[]): string {
  const sentences: string[] = []
  for (let at = 0; at + 3 < terms.length; at += 4) {
    const [one, two, three, four] = terms.slice(at, at + 4)
    sentences.push(
      `I thought a lot about the ${one}, because the ${two} and the ${three} depend on it, so the ${four} matters as well.`,
    )
  }
  return sentences.join(' ')
}
