import type { Guide } from '#src/domain/guide.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import type { FeatureId } from '#src/domain/rubric.ts'
import { type CompiledLexicon, compileLexicon } from '#src/evidence/compile-pattern.ts'
import { countFeature } from '#src/evidence/features.ts'
import { isContentWord } from '#src/evidence/read-sentences.ts'
import { stem } from '#src/evidence/said-before.ts'
import { type KeyTerms, keyTermsOf } from '#src/evidence/term-overlap.ts'
import { indexText, type TextIndex } from '#src/evidence/text-index.ts'
import { tokenise } from '#src/evidence/tokenise.ts'
import { tokeniseSegments } from '#src/evidence/tokenise-segments.ts'
import { claimIn, sentencesOf } from './quote.ts'

/** Terms that a sentence shares with what a point means before it is taken to speak of it, and with its patterns besides; fewer may be chance. */
const fewestOfMeaning = 2
const fewestTerms = 3

const known = new WeakMap<Guide, ReadonlyMap<string, KeyTerms>>()

/** Per key point, the sentence of an answer that speaks of it most, shown or not: in words of the point, its probes and its patterns which the question lacks. */
export function spokenOf(text: string, { guide, questionText }: { guide: Guide; questionText: string }): Map<string, string> {
  const asked = termsIn(questionText)
  const sentences = sentencesOf(text)
    .filter((sentence) => !sentence.endsWith('?'))
    .map((sentence) => ({ sentence, terms: [...termsIn(sentence)].filter((term) => !asked.has(term)) }))
  return new Map(
    [...termsOfPoints(guide)].flatMap(([id, terms]) => {
      const ranked = sentences
        .map((one) => ({
          sentence: one.sentence,
          ofMeaning: one.terms.filter((term) => terms.means.has(term)).length,
          shared: one.terms.filter((term) => terms.all.has(term)).length,
        }))
        .filter(({ ofMeaning, shared }) => ofMeaning >= fewestOfMeaning && shared >= fewestTerms)
        .sort((a, b) => b.ofMeaning - a.ofMeaning || b.shared - a.shared)
      return ranked[0] === undefined ? [] : [[id, ranked[0].sentence] as const]
    }),
  )
}

function termsOfPoints(guide: Guide): ReadonlyMap<string, KeyTerms> {
  const before = known.get(guide)
  if (before !== undefined) return before
  const terms = new Map(
    guide.keyPoints.map(({ id, point, probes, shows, partly = [] }) => {
      const means = [point, ...probes.map(({ ask }) => ask)].join(' ')
      return [id, keyTermsOf({ means, patterns: [...shows, ...partly] })] as const
    }),
  )
  known.set(guide, terms)
  return terms
}

const termsIn = (text: string): Set<string> =>
  new Set(
    tokenise(text)
      .map((token) => token.text)
      .filter((word) => word.length > 3 && isContentWord(word))
      .map(stem),
  )

const claims = [
  'reasoned-decisions',
  'decisions',
  'mechanisms',
  'outcomes',
  'own-actions',
] as const satisfies readonly FeatureId[]

/**
 * What a question such as "Why that?" points back to: the latest claim of an answer that decides something, else one that says how something
 * works, what came of it or what was done. Null when none can be quoted.
 */
export const pointedBackTo = (text: string, lexicon: Lexicon): string | null => {
  const said = claimsIn(text, lexicon)
  return lastThat(said, claims, lexicon) ?? said.at(-1)?.claim ?? null
}

const decides = ['reasoned-decisions', 'decisions'] as const satisfies readonly FeatureId[]

/** What a question after the reason of a decision points back to: the latest claim that decides something. Null when none does. */
export const decidedIn = (text: string, lexicon: Lexicon): string | null => lastThat(claimsIn(text, lexicon), decides, lexicon)

/** Every claim of an answer that decides something, verbatim and in order. */
export function decisionsIn(text: string, source: Lexicon): string[] {
  const lexicon = compileLexicon(source)
  return claimsIn(text, source)
    .filter((claim) => decides.some((feature) => shows(claim, feature, lexicon)))
    .map(({ claim }) => claim)
}

type Claim = { claim: string; index: TextIndex }

const shows = ({ index }: Claim, feature: FeatureId, lexicon: CompiledLexicon): boolean =>
  countFeature(feature, index, { lexicon, isOut: () => false }).count > 0

function lastThat(said: readonly Claim[], features: readonly FeatureId[], source: Lexicon): string | null {
  const lexicon = compileLexicon(source)
  for (const feature of features) {
    const found = said.findLast((claim) => shows(claim, feature, lexicon))
    if (found !== undefined) return found.claim
  }
  return null
}

function claimsIn(text: string, lexicon: Lexicon): Claim[] {
  const compiled = compileLexicon(lexicon)
  return sentencesOf(text)
    .filter((sentence) => !sentence.endsWith('?'))
    .flatMap((sentence) => {
      const claim = claimIn(sentence)
      return claim === null
        ? []
        : [{ claim, index: indexText(tokeniseSegments([{ turn: 1, text: claim }]), { lexicon: compiled }) }]
    })
}
