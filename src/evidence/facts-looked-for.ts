import type { Fact } from '#src/domain/guide.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import { type CompiledLexicon, compileLexicon } from './compile-pattern.ts'
import { type Match, matchPattern } from './match-pattern.ts'
import { tellingWords } from './telling-words.ts'
import { indexText } from './text-index.ts'
import { tokenise } from './tokenise.ts'
import { tokeniseSegments } from './tokenise-segments.ts'

/** Word patterns by which a sentence that asks nothing wants to be shown something. */
interface WordsOfLook {
  /** Said to somebody, at the beginning of the sentence: "the metrics then show me" asks nobody. */
  requests: readonly string[]
  /** Of a round in which saying that one looks is enough. */
  looks: readonly string[]
  /** Of a look that is planned for another time, or at what comes of an action. */
  notNow: readonly string[]
}

export interface LookingWords extends WordsOfLook {
  /** Words in which a thing that is looked at would be asked for. */
  asAsked: string
}

/**
 * Ids of the fact-sheet entries that a sentence wants to see, in the order named: "Show me the deploys", "I'd look at the log first". What is named behind the
 * words that say so is matched as if it were asked for, since entries are known by the words of questions.
 */
export function factsLookedFor(
  sentence: string,
  { facts, lexicon, words }: { facts: readonly Fact[]; lexicon: Lexicon; words: LookingWords },
): string[] {
  const compiled = compileLexicon(lexicon)
  const look = lookIn(sentence, { compiled, words })
  if (look === null) return []
  const { tokens } = look.segment
  const isLast = look.last === tokens.length - 1
  const named = isLast ? sentence : sentence.slice(tokens[look.last]?.end)
  return [
    ...new Set(named.split(betweenThings).flatMap((thing) => mostNamed(thing, { facts, compiled, asAsked: words.asAsked }))),
  ]
}

/** Whether a sentence wants to see something, now, whatever it is. */
export const wantsToSee = (sentence: string, { lexicon, words }: { lexicon: Lexicon; words: WordsOfLook }): boolean =>
  lookIn(sentence, { compiled: compileLexicon(lexicon), words }) !== null

/** Words in which a request begins: "and please show me". */
const beginning = 3

/** The first words of a sentence that say so; null when none do, or it is for another time. */
function lookIn(sentence: string, { compiled, words }: { compiled: CompiledLexicon; words: WordsOfLook }): Match | null {
  const segments = tokeniseSegments([{ turn: 1, text: sentence }])
  const index = indexText(segments, { lexicon: compiled })
  // "Now the cause: give me a profile."
  const heading = /^[^:]{1,30}:\s/.exec(sentence)?.[0].length ?? 0
  const begins = segments[0]?.tokens.filter(({ start }) => start < heading).length ?? 0
  const matches = (patterns: readonly string[]) => patterns.flatMap((source) => matchPattern(compiled.pattern(source), index))
  const requests = matches(words.requests).filter(({ first }) => first < begins + beginning)
  const [look = null] = [...requests, ...matches(words.looks)].sort((a, b) => a.first - b.first || b.last - a.last)
  return matches(words.notNow).length > 0 ? null : look
}

/** Where one thing that is looked at ends and another begins. */
const betweenThings = /[,;:.]\s|\b(?:and|or|then)\b/i

/** The entry of whose words a thing that is looked at holds most, of several the one that is named first: "the deploy log" is one thing. */
function mostNamed(
  thing: string,
  { facts, compiled, asAsked }: { facts: readonly Fact[]; compiled: CompiledLexicon; asAsked: string },
): string[] {
  const before = tokenise(asAsked).length
  const index = indexText(tokeniseSegments([{ turn: 1, text: `${asAsked} ${thing}` }]), { lexicon: compiled })
  const telling = [...tellingWords(thing)]
  const tokens = index.segments[0]?.tokens ?? []
  // "In a sandbox" asks for nothing that comes in.
  const tells = (word: number) => word >= before && tellingWords(tokens[word]?.text ?? '').size > 0
  const named = facts.flatMap(({ id, asked, fact }) => {
    const places = asked
      .flatMap((source) => matchPattern(compiled.pattern(source), index))
      .flatMap(({ words }) => words.filter(tells))
    return places.length === 0
      ? []
      : [
          {
            id,
            at: Math.min(...places),
            words: new Set(places).size,
            shared: telling.filter((word) => tellingWords(fact).has(word)).length,
          },
        ]
  })
  return named
    .sort((a, b) => b.words - a.words || b.shared - a.shared || a.at - b.at)
    .slice(0, 1)
    .map(({ id }) => id)
}
