import type { Lexicon } from '#src/domain/lexicon.ts'
import { factsOf, type Move } from '#src/domain/move.ts'
import { namedIn, presumedIn } from '#src/domain/presumed.ts'
import type { Turn } from '#src/domain/turn.ts'

/**
 * Whether a question takes something for given that neither its task, nor what was told, nor the candidate has named; what it calls the candidate's own,
 * that the candidate has not. Code or a query that was handed in names itself; a probe names nothing, since it may not have been answered.
 */
export function presumesUnnamed({
  questionText,
  onQuestion,
  lexicon: { presuming },
}: {
  questionText: string
  onQuestion: readonly Turn[]
  lexicon: Lexicon
}): (ask: string) => boolean {
  if (presuming === undefined) return () => false
  const said = textsOf(onQuestion.filter(({ speaker }) => speaker === 'candidate'))
  const told = textsOf(onQuestion.filter(({ move }) => move !== null && tells(move)))
  const isSaid = namedIn(said.join('\n'))
  const isNamed = namedIn([questionText, ...told, ...said].join('\n'))
  return (ask) => presumedIn(ask, presuming).some(({ names, own }) => !(own ? isSaid(names) : isNamed(names)))
}

const textsOf = (turns: readonly Turn[]): string[] =>
  turns.flatMap(({ text, artifacts }) => [text, ...artifacts.flatMap((one) => [one.kind, one.text])])

const tells = (move: Move): boolean => factsOf(move).length > 0 || move.kind === 'change-requirement' || move.kind === 'hint'
