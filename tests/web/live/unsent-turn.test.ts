import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clientFrameSchema, maxFrameBytes, maxTurnLength } from '#src/protocol/frames.ts'
import { unsentTurn } from '../../../web/live/unsent-turn.ts'

const made = (text: string, artifacts: Parameters<typeof unsentTurn>[0]['artifacts'] = []) =>
  unsentTurn({ clientTurnId: 'made-id-1', text, artifacts })

describe('a turn about to be sent', () => {
  it('names no artifacts where there are none', () => {
    expect(made('Reads dominate.')).toEqual({ ok: true, turn: { clientTurnId: 'made-id-1', text: 'Reads dominate.' } })
  })

  it('needs no words', () => {
    const artifacts = [{ kind: 'board' as const, revision: 3 }]
    expect(made('', artifacts)).toEqual({ ok: true, turn: { clientTurnId: 'made-id-1', text: '', artifacts } })
  })

  it('is refused where it takes more than a frame holds, with how much it takes', () => {
    const text = '漢'.repeat(12_000)
    expect(made(text, [{ kind: 'code', text, language: 'go' }])).toEqual({
      ok: false,
      problem: 'Nothing was sent: this answer takes 71 KB, and 64 go at once. Leave something out, or send it in two parts.',
    })
  })

  it('is refused where a pad is longer than an artifact may be', () => {
    expect(made('', [{ kind: 'sql', text: 'a'.repeat(13_200) }])).toEqual({
      ok: false,
      problem: 'Nothing was sent: the SQL is 1,200 characters too long to go with an answer. Shorten it, or leave it out.',
    })
  })

  it('is a frame that the server reads, or is refused, whatever is written', () => {
    const characters = fc.array(fc.constantFrom('a', '"', '\\', '\n', 'é', '漢', '😀', '\u0001', '\ud800'), {
      minLength: 1,
      maxLength: 4,
    })
    const written = (some: readonly string[], length: number) => some.join('').repeat(length).slice(0, length)
    fc.assert(
      fc.property(characters, fc.nat(maxTurnLength), fc.nat(13_000), (some, words, lines) => {
        const code = written(some, lines)
        const result = made(written(some, words), code === '' ? [] : [{ kind: 'code', text: code, language: 'java' }])
        if (!result.ok) {
          expect(result.problem).toContain('Nothing was sent')
          return
        }
        const frame = JSON.stringify({ type: 'say', ...result.turn })
        expect(Buffer.byteLength(frame)).toBeLessThanOrEqual(maxFrameBytes)
        expect(clientFrameSchema.safeParse(JSON.parse(frame)).success).toBe(true)
      }),
    )
  })
})
