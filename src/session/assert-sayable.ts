import { isBlank, type Turn } from '#src/domain/turn.ts'
import { notices } from './notices.ts'
import { Refusal } from './refusal.ts'
import type { SayingLimits } from './session-options.ts'

type Said = Pick<Turn, 'text' | 'artifacts'>

/** Throws Refusal when a candidate says nothing, or more than an interview may hold. */
export function assertSayable(words: Said, { said, limits }: { said: readonly Turn[]; limits: SayingLimits }): void {
  if (isBlank(words.text) && words.artifacts.length === 0) throw new Refusal('empty-turn', notices.emptyTurn)
  const own = said.filter(({ speaker }) => speaker === 'candidate')
  if (own.length >= limits.turns) throw new Refusal('limit-reached', notices.mostTurns(limits.turns))
  const characters = [...own, words].reduce((sum, turn) => sum + lengthOf(turn), 0)
  if (characters > limits.characters) throw new Refusal('limit-reached', notices.mostCharacters(limits.characters))
}

const lengthOf = ({ text, artifacts }: Said): number =>
  artifacts.reduce((sum, artifact) => sum + artifact.text.length, text.length)
