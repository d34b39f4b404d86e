import Database from 'better-sqlite3'
import { expect } from 'vitest'
import { contentHash } from '#src/content/content-hash.ts'
import type { HeldContent, Interview } from '#src/domain/interview.ts'
import type { TrackId } from '#src/domain/track.ts'
import { interviewRows } from '#src/store/interview-rows.ts'
import { shippedQuestion, shippedRubric } from './content-files.ts'
import type { Hotseat } from './hotseat.ts'
import { ask } from './live-client.ts'
import { scored } from './sit-interview.ts'

/** Stores an interview that a person held elsewhere, without times and without moves, and has it scored. Resolves with its id. */
export async function importedInterview(
  hotseat: Hotseat,
  {
    track,
    question: id,
    said,
  }: { track: TrackId; question: string; said: readonly { speaker: 'interviewer' | 'candidate'; text: string }[] },
): Promise<string> {
  const rubric = shippedRubric(track)
  const question = shippedQuestion(track, id)
  const content: HeldContent = { rubric, questions: [{ id, guide: question.guide, answers: question.answers }] }
  const work = rubric.phases.find(({ role }) => role === 'work') ?? rubric.phases[0]
  const interview: Interview = {
    id: crypto.randomUUID(),
    ownerId: 'local',
    track,
    level: 'senior',
    mode: 'mock',
    persona: 'neutral',
    company: 'neutral',
    language: 'en',
    minutes: 0,
    interviewer: 'person',
    questions: [{ id, title: question.title, text: said[0]?.text ?? '', firstTurn: 1 }],
    prepared: [],
    schedule: [{ phase: work?.id ?? 'work', title: 'Interview', role: 'work', minutes: 60, question: 0 }],
    status: 'ended',
    elapsedMs: 0,
    paused: false,
    draft: '',
    contentHash: contentHash(content),
    createdAt: Date.now(),
    endedAt: Date.now(),
    imported: {
      format: 'text',
      fileName: 'interview.txt',
      importedAt: Date.now(),
      revision: 1,
      timed: false,
      quality: { verdict: 'full', share: 1 },
      speakers: [],
      unread: [],
      group: null,
      extra: {},
    },
  }
  const db = new Database(hotseat.databaseFile)
  try {
    const rows = interviewRows(db, () => Date.now())
    rows.create(interview, content)
    for (const { speaker, text } of said) {
      const turn = {
        speaker,
        text,
        artifacts: [],
        phase: 0,
        elapsedMs: 0,
        clientTurnId: null,
        move: null,
        spokenBy: null,
        interrupted: false,
      }
      rows.appendTurn(interview.id, turn, {})
    }
  } finally {
    db.close()
  }
  expect((await ask(hotseat, `/api/interviews/${interview.id}/scoring`, { method: 'POST' })).status).toBe(202)
  await scored(hotseat, interview.id)
  return interview.id
}
