import type { ObjectionTarget } from '#src/domain/objection.ts'
import type { Scorecard } from '#src/domain/score.ts'
import type { Turn } from '#src/domain/turn.ts'
import { notFound } from './problem.ts'

interface Said {
  turns: readonly Pick<Turn, 'turn' | 'speaker' | 'text'>[]
  scorecard: Pick<Scorecard, 'scores' | 'perQuestion' | 'debrief'> | null
}

/** What a target says as it stands. Throws Problem when there is no such thing. */
export function aboutOf(target: ObjectionTarget, { turns, scorecard }: Said): string {
  switch (target.kind) {
    case 'turn': {
      const said = turns.find(({ turn, speaker }) => turn === target.turn && speaker === 'interviewer')
      if (said === undefined) throw notFound(`The interviewer has no turn ${target.turn}.`)
      return said.text
    }
    case 'rating': {
      const { question, criterion } = target
      const scores =
        question === null ? scorecard?.scores : scorecard?.perQuestion.find((one) => one.question === question)?.scores
      const score = scores?.find((one) => one.criterion === criterion)
      if (score === undefined) throw notFound('The newest scorecard has no such rating.')
      return score.kind === 'rated' ? `Rated ${score.rating}: ${score.rationale}` : `Unscored: ${score.reason}`
    }
    case 'fix': {
      const { criterion, check } = target
      const fix = scorecard?.debrief.fixes.find((one) => one.criterion === criterion && one.check === check)
      if (fix === undefined) throw notFound('The newest scorecard has no such fix.')
      return fix.what
    }
    default:
      return target satisfies never
  }
}
