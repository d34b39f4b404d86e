import { describe, expect, it } from 'vitest'
import {
  type Choices,
  keptChoices,
  type OfferedTrack,
  readChoices,
  rememberChoices,
  rememberedChoices,
  settleChoices,
} from '../../../web/start/choices.ts'

const tracks: OfferedTrack[] = [
  {
    id: 'system-design',
    plans: [{ minutes: 45 }, { minutes: 35 }],
    questions: [{ id: 'rate-limiter', levels: ['mid', 'senior'] }],
  },
  { id: 'behavioral', plans: [{ minutes: 5 }, { minutes: 15 }, { minutes: 45 }], questions: [] },
  { id: 'sql', plans: [], questions: [] },
]
const wished: Choices = {
  track: 'system-design',
  level: 'mid',
  minutes: 35,
  persona: 'quiet',
  mode: 'mock',
  company: 'startup',
  language: 'de',
  question: 'rate-limiter',
  framework: 'spring',
}

describe('choices before an interview', () => {
  it('are the remembered ones when the bank can serve them', () => {
    expect(settleChoices(wished, tracks)).toEqual(wished)
  })

  it('are good without any', () => {
    expect(settleChoices({}, tracks)).toEqual({
      track: 'system-design',
      level: 'senior',
      minutes: 45,
      persona: 'neutral',
      mode: 'practice',
      company: 'neutral',
      language: 'en',
      question: null,
      framework: null,
    })
  })

  it('move to the nearest length that the track offers', () => {
    expect(settleChoices({ ...wished, track: 'behavioral', minutes: 12 }, tracks).minutes).toBe(15)
  })

  it('surprise when the question is not held for the level', () => {
    expect(settleChoices({ ...wished, level: 'junior' }, tracks).question).toBeNull()
    expect(settleChoices({ ...wished, track: 'behavioral' }, tracks).question).toBeNull()
  })

  it('leave a track that cannot be held for one that can', () => {
    expect(settleChoices({ ...wished, track: 'sql' }, tracks).track).toBe('system-design')
  })

  it('come back from storage, or not at all', () => {
    expect(readChoices(JSON.stringify(wished))).toEqual(wished)
    expect(readChoices('{"track":"poetry"}')).toEqual({})
    expect(readChoices('nonsense')).toEqual({})
    expect(readChoices(null)).toEqual({})
  })

  it('are kept, and a part of them beside the rest', () => {
    const kept = new Map<string, string>()
    const area = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
    }
    rememberChoices(area, wished)
    rememberChoices(area, { question: null, level: 'senior' })
    expect(keptChoices(area)).toEqual({ ...wished, question: null, level: 'senior' })
    expect(rememberedChoices(area, tracks)).toEqual({ ...wished, question: null, level: 'senior' })
  })
})
