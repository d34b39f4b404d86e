import type { InterviewRecord } from '#src/domain/interview-record.ts'
import type { Artifact, Turn } from '#src/domain/turn.ts'

/*
 * A drawing stands once in a file: with the first artifact that names it, where other programs look for it. The record holds only those that no turn names.
 */

/** The turns with the drawings that they name, each where it is named first. */
export function withScenes(turns: readonly Turn[], boards: InterviewRecord['boards']): Turn[] {
  const scenes = new Map(boards.map(({ revision, scene }) => [revision, scene]))
  const drawn = (artifact: Artifact): Artifact => {
    const { revision = 0 } = artifact
    const scene = scenes.get(revision)
    return scenes.delete(revision) ? { ...artifact, scene } : artifact
  }
  return turns.map((turn) => ({ ...turn, artifacts: turn.artifacts.map(drawn) }))
}

/** The record without the drawings that its turns name. */
export function withoutToldScenes({
  boards,
  ...record
}: InterviewRecord): Omit<InterviewRecord, 'boards'> & { boards: object[] } {
  const told = new Set(record.turns.flatMap(({ artifacts }) => artifacts.map(({ revision }) => revision)))
  return { ...record, boards: boards.map(({ scene, ...board }) => (told.has(board.revision) ? board : { ...board, scene })) }
}

/** A record out of a file, not checked yet, with the drawings that stand with the turns of that file. */
export function withToldScenes(record: unknown, turns: unknown): unknown {
  if (!isRecord(record) || !Array.isArray(record.boards)) return record
  const artifacts = listOf(turns).flatMap((turn) => (isRecord(turn) ? listOf(turn.artifacts) : []))
  const scenes = new Map(
    artifacts.filter(isRecord).flatMap(({ revision, scene }) => (scene === undefined ? [] : [[revision, scene]])),
  )
  const boards = record.boards.map((board: unknown) =>
    isRecord(board) && !('scene' in board) ? { ...board, scene: scenes.get(board.revision) } : board,
  )
  return { ...record, boards }
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
