import type { Evidence } from '#src/domain/score.ts'
import type { Transcript } from '#src/domain/transcript.ts'

/** Every answer in other words; what the interviewer said and what was typed into a pad stay. */
export const rewritten = (transcript: Transcript, rewrite: (answer: string, nth: number) => string): Transcript => ({
  ...transcript,
  turns: transcript.turns.map((turn, at) => (turn.speaker === 'candidate' ? { ...turn, text: rewrite(turn.text, at) } : turn)),
})

const synonyms: Record<string, string> = {
  because: 'since',
  big: 'large',
  quickly: 'fast',
  wrong: 'incorrect',
  begin: 'start',
  maybe: 'perhaps',
  often: 'frequently',
  also: 'too',
  customers: 'clients',
  colleague: 'coworker',
  build: 'construct',
  choose: 'pick',
  needs: 'requires',
  stop: 'halt',
  broken: 'faulty',
  finished: 'completed',
  happened: 'occurred',
  noticed: 'spotted',
  usually: 'normally',
  whole: 'entire',
}
export const withSynonyms = (text: string): string =>
  text.replaceAll(/[A-Za-z]+/g, (word) => (Object.hasOwn(synonyms, word) ? (synonyms[word] ?? word) : word))

/** Nobody's rating may hang on who was named. */
const names: Record<string, string> = {
  Marek: 'Chidinma',
  Bruno: 'Yuki',
  Alpine: 'Savanna',
  Maltese: 'Ghanaian',
  Germans: 'Koreans',
}
export const withOtherNames = (text: string): string =>
  text.replaceAll(/[A-Z][a-z]+/g, (word) => (Object.hasOwn(names, word) ? (names[word] ?? word) : word))

const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?])\s+/)

/** The sentences of an answer in another order, the same at every run. */
export function shuffled(text: string, seed: number): string {
  const sentences = sentencesOf(text)
  let state = seed + 1
  for (let at = sentences.length - 1; at > 0; at--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const other = state % (at + 1)
    const [one = '', two = ''] = [sentences[at], sentences[other]]
    sentences[at] = two
    sentences[other] = one
  }
  return sentences.join(' ')
}

/** Two letters swapped in every twentieth word, when it is long enough to be read all the same. */
export function withTypos(text: string): string {
  let count = 0
  return text.replaceAll(/[A-Za-z]{6,}/g, (word) => {
    count++
    return count % 20 === 0 ? `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}` : word
  })
}

// Three parts that go together in any combination: padding that repeats itself is another matter, and set aside.
const filler = [
  ['So', 'I mean', 'To be honest', 'You know', 'Anyway', 'As it were', 'Well', 'In a way', 'Let me put it like this', 'Okay'],
  [
    'that is roughly the way I see it',
    'there is always more that one could say here',
    'I find this kind of thing fun to talk through',
    'every place does this a little in its own way',
    'I could go on about it for hours',
    'it sounds simple and turns out not to be',
    'I am trying to keep it short',
  ],
  [
    'and I hope it makes sense so far',
    'of course',
    'as far as I can tell today',
    'and please interrupt me whenever you like',
    'if you see what I am getting at',
    'at least in my book',
    'and I will leave it there',
    'and that is fine',
    'which is funny',
  ],
]
const fillerAt = (nth: number): string => `${filler.map((parts) => parts[nth % parts.length]).join(', ')}.`

/** Sentences without content until the answer is three times as long. */
export function padded(text: string, turn: number): string {
  const wanted = text.split(/\s+/).length * 2
  const added: string[] = []
  for (let nth = turn * 23, words = 0; words < wanted; nth++) {
    added.push(fillerAt(nth))
    words += fillerAt(nth).split(' ').length
  }
  const sentences = sentencesOf(text)
  // Between the sentences, as people pad: not all of it at the end.
  const share = Math.ceil(added.length / sentences.length)
  return sentences.flatMap((sentence, at) => [sentence, ...added.slice(at * share, (at + 1) * share)]).join(' ')
}

/** The answers without the words that some evidence quotes. */
export const without = (transcript: Transcript, evidence: readonly Evidence[]): Transcript =>
  replaced(transcript, evidence, () => '')

const auxiliary = 'is|are|was|were|can|could|will|would|should|must|has|have|had|does|do|did'
const auxiliaries = new RegExp(`\\b(${auxiliary})\\b(?! not)`, 'gi')
const plainVerbs = new RegExp(`\\b(I|we|you|they) (?!${auxiliary}\\b)(?=[a-z]+ )`, 'gi')

/** What was quoted turned into its opposite. */
export const negated = (transcript: Transcript, evidence: readonly Evidence[]): Transcript =>
  replaced(transcript, evidence, (quote) => {
    const turned = quote.replaceAll(auxiliaries, '$1 not').replaceAll(plainVerbs, '$1 do not ')
    return turned === quote ? `It is not so that ${quote}` : turned
  })

function replaced(transcript: Transcript, evidence: readonly Evidence[], by: (quote: string) => string): Transcript {
  const inText = evidence.filter(({ artifact }) => artifact === undefined)
  return {
    ...transcript,
    turns: transcript.turns.map((turn, at) => {
      // From the end, so that the places before stay where they are.
      const own = inText.filter((one) => one.turn === at + 1).sort((a, b) => b.start - a.start)
      let { text } = turn
      let before = Number.POSITIVE_INFINITY
      for (const { start, end, quote } of own) {
        if (end > before) continue
        text = text.slice(0, start) + by(quote) + text.slice(end)
        before = start
      }
      return { ...turn, text }
    }),
  }
}
