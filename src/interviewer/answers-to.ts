import type { Move } from '#src/domain/move.ts'
import type { Standpoint } from './standpoint.ts'

/** Answers to what the candidate's last turn asks about the task: with the facts it asked for, with none, and with those that it may have meant. */
export function answersTo(at: Pick<Standpoint, 'answer' | 'untold'>): Move[] {
  const [fact, ...also] = at.answer?.facts ?? []
  const asked: Move[] = fact === undefined ? [] : [{ kind: 'answer', fact, ...(also.length > 0 && { also }) }]
  const { mayAskForFacts = false, stepsNotTaken = [] } = at.answer ?? {}
  const mayBeMeant = mayAskForFacts ? at.untold.filter((id) => !stepsNotTaken.includes(id)) : []
  const others = mayBeMeant.filter((id) => !at.answer?.facts.includes(id)).map((id): Move => ({ kind: 'answer', fact: id }))
  return [...asked, { kind: 'answer', fact: null }, ...others]
}
