import type { Move } from '#src/domain/move.ts'
import type { Contradiction } from '#src/evidence/contradictions.ts'
import type { Coverage } from './coverage.ts'
import type { Standpoint } from './standpoint.ts'

/** So many of the candidate's turns, the one that said it among them, something false comes before all else. */
export const turnsToTakeUp = 2

/** What was said from turn `lately` on is there to be taken up; what is older was passed over. */
export function openChallenges(options: {
  misconceptions: Coverage['misconceptions']
  contradictions: readonly Contradiction[]
  lately: number
}): Pick<Standpoint, 'misconceptions' | 'contradictions' | 'passedOver'> {
  const { misconceptions, contradictions, lately } = options
  const idsOf = (some: Coverage['misconceptions']) => some.map(({ id }) => id)
  return {
    misconceptions: idsOf(misconceptions.filter(({ turn }) => turn >= lately)),
    contradictions: contradictions.filter(({ later }) => later.turn >= lately),
    passedOver: {
      misconceptions: idsOf(misconceptions.filter(({ turn }) => turn < lately)),
      contradictions: contradictions.filter(({ later }) => later.turn < lately),
    },
  }
}

/** Those that no move has taken up. */
export function unchallenged({ misconceptions }: Coverage, moves: readonly Move[]): Coverage['misconceptions'] {
  const challenged = new Set(moves.map((move) => (move.kind === 'challenge' ? move.misconception : undefined)))
  return misconceptions.filter(({ id }) => !challenged.has(id))
}
