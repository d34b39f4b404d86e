import type { Fact } from '#src/domain/guide.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import { recogniseFacts } from '#src/evidence/recognise-facts.ts'
import { sentencesOf } from './quote.ts'

/** What somebody does or would do, no fact tells. */
const ofCandidate = /\byour?\b/i

/**
 * Whether a planned question asks for what the candidate asked for before (`wanted`, ids of facts): told or held back, nobody puts a question back to whoever
 * put it.
 */
export function answeredByFact(options: {
  facts: readonly Fact[]
  wanted: ReadonlySet<string>
  lexicon: Lexicon
}): (ask: string) => boolean {
  const wanted = options.facts.filter(({ id }) => options.wanted.has(id))
  return (ask) => {
    const question = sentencesOf(ask).at(-1) ?? ''
    return wanted.length > 0 && !ofCandidate.test(question) && recogniseFacts(question, wanted, options.lexicon).length > 0
  }
}
