import { expect } from 'vitest'
import type { SentScene } from '#src/protocol/board.ts'
import { draw } from './drawing.ts'
import type { Hotseat } from './hotseat.ts'
import { sayWith } from './say-with.ts'
import { endInterview, scored, sitInterview } from './sit-interview.ts'

const words =
  'How many addresses are shortened a day? I would keep a table from short code to address because reads are far more frequent than writes. '

interface Shown {
  scene: SentScene
  code: string
}

/** A design of three answers that is over and scored, not opened; a board and code went with the last of them, where they are given. Resolves with its id. */
export async function sitDesign(hotseat: Hotseat, shown?: Shown): Promise<string> {
  const design = { track: 'system-design', question: 'url-shortener', minutes: 45 }
  const { id, client } = await sitInterview(hotseat, [words.repeat(3), words.repeat(2)], design)
  if (shown !== undefined) {
    expect((await draw(hotseat, id, { scene: shown.scene, base: null })).status).toBe(200)
    await sayWith(client, `This is how it hangs together. ${words}`, [
      { kind: 'board', revision: 1 },
      { kind: 'code', text: shown.code, language: 'typescript' },
    ])
  } else await sayWith(client, words, [])
  await endInterview(client)
  await scored(hotseat, id)
  return id
}
