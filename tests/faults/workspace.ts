import Database from 'better-sqlite3'
import { expect } from 'vitest'
import { boxes, draw } from '../support/drawing.ts'
import { connect } from '../support/live-client.ts'
import type { Tab } from './tab.ts'

interface Row {
  revision: number
  text: string
  turn: number | null
}

/**
 * What is drawn and written beside the conversation, over the same line: whole boards, each drawn from the newest that is known, and pads. A board that was
 * acknowledged must be there at the end, unless newer ones pushed it out; one that went with a turn must be there whatever came.
 */
export function workspaceUnderFaults(at: { origin: string; token: string; interview: string }) {
  const { interview, ...served } = at
  const acknowledged = new Map<number, string>()
  const written: string[] = []
  let base: number | null = null
  let drawn = 0
  const underWay = new Set<Promise<unknown>>()
  /** What fails on a broken line was not acknowledged. */
  const begin = (work: Promise<unknown>) => {
    const settled = work.catch(() => undefined).finally(() => underWay.delete(settled))
    underWay.add(settled)
  }
  const newest = () => Math.max(0, ...acknowledged.keys())

  return {
    draw: () => {
      const label = `Part ${++drawn}`
      const stored = async () => {
        const response = await draw(served, interview, { scene: boxes([label]), base })
        const { revision } = (await response.json()) as { revision?: number | null }
        if (response.status === 200 && typeof revision === 'number') acknowledged.set(revision, label)
        if (revision !== undefined) base = revision
      }
      begin(stored())
    },
    write: () => {
      const text = `line ${written.length + 1}`
      written.push(text)
      const kept = async () => {
        const client = await connect(served, interview)
        client.send({ type: 'pad', pad: 'code', text, language: 'go' })
        await client.next('pad', (frame) => frame.text === text)
      }
      begin(kept())
    },
    /** Says a turn with the newest board that was acknowledged. False when there is none yet. */
    sayWithBoard: ([clientTurnId, text]: [string, string]): boolean => {
      if (newest() === 0) return false
      const artifacts = [{ kind: 'board' as const, revision: newest() }]
      const said = async () => {
        const client = await connect(served, interview)
        client.send({ type: 'say', clientTurnId, text, artifacts })
        const isAnswered = () =>
          client.socket.readyState === client.socket.CLOSED ||
          client.frames.some((frame) => 'clientTurnId' in frame && frame.clientTurnId === clientTurnId)
        await expect.poll(isAnswered, { timeout: 20_000 }).toBe(true)
      }
      begin(said())
      return true
    },
    /** Resolves when nothing of it is on its way any more. */
    idle: async () => void (await Promise.all(underWay)),
    /** What the file, the tabs and this side remember must be one. */
    check: ({ databaseFile }: { databaseFile: string }, tabs: readonly Tab[]) => {
      const db = new Database(databaseFile, { readonly: true })
      const boards = db.prepare<[], Row>('select revision, text, turn from boards order by revision').all()
      const artifacts = db.prepare("select turn, artifacts from turns where artifacts <> '[]'").all() as {
        turn: number
        artifacts: string
      }[]
      const pad = db.prepare("select text from pads where pad = 'code'").pluck().get()
      db.close()
      const last = boards.at(-1)?.revision ?? 0
      for (const [revision, label] of acknowledged) {
        const kept = boards.find((board) => board.revision === revision)
        if (kept === undefined) expect([revision, revision <= last - 20]).toEqual([revision, true])
        else expect(kept.text).toContain(`"${label}"`)
      }
      for (const { turn, artifacts: text } of artifacts) {
        const named = (JSON.parse(text) as { kind: string; revision?: number; text: string }[]).find(
          ({ kind }) => kind === 'board',
        )
        if (named === undefined) continue
        const { revision, text: words } = named
        const board = boards.find((one) => one.revision === revision)
        expect([turn, board?.text]).toEqual([turn, words])
        expect(board?.turn).toBeLessThanOrEqual(turn)
      }
      for (const tab of tabs) {
        const { room } = tab.view()
        expect([room.board?.revision ?? 0, room.pads.code?.pad.text]).toEqual([last, pad])
      }
      return { drawn, boards: acknowledged.size, withTurns: artifacts.length, written: written.length }
    },
  }
}
