import type { Content } from '#src/content/content.ts'
import { contentHash } from '#src/content/content-hash.ts'
import { holdContentFor } from '#src/content/hold-content.ts'
import type { ImportPart, ImportRequest } from '#src/domain/import.ts'
import type { Imported } from '#src/domain/imported.ts'
import type { AskedQuestion, HeldContent, Interview, ScheduledPhase } from '#src/domain/interview.ts'
import type { Turn } from '#src/domain/turn.ts'
import { ConflictError, NotFoundError } from '#src/errors.ts'
import { type FiledBoard, takeBoards } from '#src/transcript/boards-of-turns.ts'
import type { Source } from '#src/transcript/source.ts'
import { askedIn } from './asked-in.ts'
import { type CutPart, cutParts } from './cut-parts.ts'

export interface DraftInterview {
  interview: Interview
  content: HeldContent
  turns: Omit<Turn, 'turn' | 'createdAt'>[]
  /** Drawings that stood with the turns, which name them. */
  boards: FiledBoard[]
}

interface DraftOptions {
  source: Source
  request: ImportRequest
  content: Pick<Content, 'rubrics' | 'questions'>
  ownerId: string
  /** Epoch milliseconds. */
  now: number
  newId: () => string
}

/** An interview has one phase for each of its questions; this is its id, which no rubric has. */
export const importedPhase = 'question'

/**
 * The interviews that a request makes of a source: over already, held by a person. Parts of one track and level are questions of one interview, a
 * question that comes again is one of its own. Throws ConflictError for parts without words, NotFoundError for a question or a track that there is not.
 */
export function draftInterviews(options: DraftOptions): DraftInterview[] {
  const { source, request } = options
  const groups: CutPart[][] = []
  for (const part of cutParts(source, request)) {
    const fits = groups.find((group) => group.every((other) => isOfOneInterview(other.part, part.part)))
    if (fits === undefined) groups.push([part])
    else fits.push(part)
  }
  const group = groups.length > 1 ? request.id : null
  return groups.map((parts) => draft(parts, { ...options, group }))
}

const isOfOneInterview = (a: ImportPart, b: ImportPart): boolean =>
  a.track === b.track && a.level === b.level && JSON.stringify(a.question) !== JSON.stringify(b.question)

function draft(parts: readonly CutPart[], options: DraftOptions & { group: string | null }): DraftInterview {
  const { source, request, content, ownerId, now, newId } = options
  const [first] = parts
  if (first === undefined) throw new NotFoundError('The import names no part.')
  const { track, level } = first.part
  const rubric = content.rubrics.get(track)
  if (rubric === undefined) throw new NotFoundError(`There is no track ${track}.`)

  const questions: AskedQuestion[] = []
  const schedule: ScheduledPhase[] = []
  const turns: DraftInterview['turns'] = []
  let startMs = 0
  for (const [phase, { part, said, lengthMs }] of parts.entries()) {
    const asked = askedIn(part, { bank: content.questions, taken: questions.map(({ id }) => id) })
    questions.push({ ...asked, firstTurn: turns.length + 1 })
    const minutes = source.timed ? Math.round(lengthMs / 6000) / 10 : 0
    schedule.push({ phase: importedPhase, title: asked.title, role: 'work', minutes, question: phase })
    for (const { speaker, text, artifacts, endMs } of said)
      turns.push({
        ...{ speaker, text, artifacts, phase },
        elapsedMs: source.timed ? startMs + endMs : 0,
        clientTurnId: null,
        move: null,
        spokenBy: null,
        interrupted: false,
      })
    startMs += lengthMs
  }
  if (turns.every(({ speaker }) => speaker === 'interviewer'))
    throw new ConflictError(
      `Nobody answers in what is to become the interview on ${rubric.title.toLowerCase()}: say whose words are the candidate’s.`,
    )
  const held = holdContentFor(content, { track, questions: questions.map(({ id, text }) => ({ id, text })) })
  const elapsedMs = source.timed ? startMs : 0
  const interview: Interview = {
    id: newId(),
    ownerId,
    track,
    level,
    mode: 'mock',
    persona: 'neutral',
    company: 'neutral',
    language: request.language,
    minutes: source.timed ? Math.max(1, Math.round(elapsedMs / 60_000)) : 0,
    interviewer: 'person',
    questions,
    prepared: [],
    schedule,
    status: 'ended',
    elapsedMs,
    paused: false,
    draft: '',
    contentHash: contentHash(held),
    createdAt: now,
    endedAt: now,
    imported: importedOf(options),
  }
  return { interview, content: held, ...takeBoards(withOwnScenes(turns)) }
}

/** A number that a file gives its drawing counts in the interview that it was exported from, where one that was sent again stands but once. */
function withOwnScenes(turns: DraftInterview['turns']): DraftInterview['turns'] {
  const told = turns.flatMap(({ artifacts }) => artifacts.filter(({ scene }) => scene !== undefined))
  const scenes = new Map(told.map(({ revision, scene }) => [revision, scene]))
  return turns.map((turn) => ({
    ...turn,
    artifacts: turn.artifacts.map(({ revision, ...artifact }) => {
      const scene = artifact.scene ?? (revision === undefined ? undefined : scenes.get(revision))
      return scene === undefined ? artifact : { ...artifact, scene }
    }),
  }))
}

function importedOf({ source, request, now, group }: DraftOptions & { group: string | null }): Imported {
  const { id, track, level, language, questions, turns, ...extra } = source.written ?? {}
  return {
    format: source.format,
    fileName: request.fileName,
    importedAt: now,
    revision: 1,
    timed: source.timed,
    quality: source.quality,
    speakers: request.speakers,
    unread: source.unread,
    group,
    extra,
  }
}
