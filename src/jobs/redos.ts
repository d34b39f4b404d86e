import type { Clock } from '#src/domain/clock.ts'
import type { Question } from '#src/domain/guide.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Log } from '#src/domain/log.ts'
import type { Redo, RedoRequest } from '#src/domain/redo.ts'
import type { Thresholds } from '#src/domain/thresholds.ts'
import { HotseatError, NotFoundError } from '#src/errors.ts'
import { gradeRedo, type RedoPlace, redoPlace } from '#src/scoring/grade-redo.ts'
import type { Store } from '#src/store/store.ts'
import type { ReadInterview, ScoringQueueOptions } from './scoring-queue.ts'
import { type TokenBudget, tokensOf } from './token-budget.ts'

export interface RedosOptions {
  store: Store
  clock: Clock
  log: Log
  /** The questions that there are. */
  bank: readonly Question[]
  lexicon: Lexicon
  thresholds: Thresholds
  scorers: ScoringQueueOptions['scorers']
  /** Once it is reached the rules grade. */
  budget: TokenBudget
  readInterview: ReadInterview
}

export interface Redos {
  /** What would be asked for a check, and how it was scored. Rejects with NotFoundError. */
  find(interviewId: string, place: Pick<RedoRequest, 'criterion' | 'check'>): Promise<RedoPlace>
  /** Stores the words, then grades them; resolves once they are stored. Rejects with NotFoundError, ConflictError or StoreError. */
  submit(interviewId: string, request: RedoRequest): Promise<Redo>
  /** Takes up what a stopped server left ungraded. */
  resume(): Promise<void>
  stop(): Promise<void>
}

/** Stores answers given again and grades them one after another. */
export function redosOn(options: RedosOptions): Redos {
  const { store, clock, log, bank, lexicon, thresholds, scorers, budget } = options
  const stopping = new AbortController()
  let last: Promise<void> = Promise.resolve()

  const add = (interviewId: string, redo: Redo) => {
    last = last.then(async () => {
      if (!stopping.signal.aborted) await grade(interviewId, redo)
    })
  }

  async function grade(interviewId: string, redo: Redo): Promise<void> {
    try {
      const { transcript, held } = await options.readInterview(interviewId)
      const isSpent = (await budget.reached(interviewId)) !== null
      const scorer = isSpent ? scorers['rule-based'] : (scorers.model ?? scorers['rule-based'])
      const given = { redo, transcript, content: held, bank, scorer, lexicon, thresholds, signal: stopping.signal }
      const state = await gradeRedo(given)
      if (state.kind === 'graded') budget.spend(interviewId, tokensOf(state.score.usage))
      await store.setRedoState(redo.id, state)
    } catch (error) {
      if (stopping.signal.aborted) return
      log.error({ error, redo: redo.id, interview: interviewId }, 'A redo could not be graded.')
      const reason =
        error instanceof HotseatError
          ? error.message
          : 'Grading stopped because of an error in the program. The log of the server says what.'
      await store
        .setRedoState(redo.id, { kind: 'failed', reason })
        .catch((cause: unknown) => log.error({ error: cause, redo: redo.id }, 'The failure of a redo could not be stored.'))
    }
  }

  async function find(interviewId: string, place: Pick<RedoRequest, 'criterion' | 'check'>): Promise<RedoPlace> {
    const standing = await store.findStandingScorecard(interviewId)
    if (standing === null) throw new NotFoundError('This interview has no scorecard yet.')
    const { transcript, held } = await options.readInterview(interviewId)
    return redoPlace({ scorecard: standing.scorecard, content: held, transcript, place })
  }

  return {
    find,
    submit: async (interviewId, { id, criterion, check, text }) => {
      const place = await find(interviewId, { criterion, check })
      const { redo, isNew } = await store.createRedo(interviewId, {
        id,
        ...place,
        criterion,
        check,
        text,
        state: { kind: 'grading' },
        createdAt: clock.now(),
      })
      if (isNew) add(interviewId, redo)
      return redo
    },
    resume: async () => {
      for (const { interviewId, redo } of await store.ungradedRedos()) add(interviewId, redo)
    },
    stop: async () => {
      stopping.abort()
      await last
    },
  }
}
