import { VisuallyHidden } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Language } from '#src/domain/language.ts'
import type { RoomState } from '../live/room-state.ts'
import { finishedLength } from '../live/sentences.ts'

interface Said {
  turn: number
  attempt: number
  length: number
}

interface Spoken {
  key: string
  words: string
}

const kept = 20

/** What a screen reader hears of the interviewer: each sentence once, when it is whole. Words from before the page opened are not repeated. */
export function Announcer({ room, language }: { room: RoomState; language: Language }) {
  const [sentences, setSentences] = useState<Spoken[]>([])
  const said = useRef<Said | null>(null)
  const { turns, utterance, position } = room
  useEffect(() => {
    if (position === null) return
    const last = turns.findLast(({ speaker }) => speaker === 'interviewer')
    if (said.current === null) said.current = { turn: last?.turn ?? 0, attempt: 0, length: last?.text.length ?? 0 }
    const before = said.current
    const speaking = utterance !== null
    const turn = speaking ? utterance.turn : (last?.turn ?? 0)
    const attempt = speaking ? utterance.attempt : before.attempt
    const text = speaking ? utterance.text : (last?.text ?? '')
    const isSame = turn === before.turn && (!speaking || attempt === before.attempt)
    const from = isSame ? before.length : 0
    const to = speaking ? finishedLength(text) : text.length
    if (turn < before.turn || to <= from) return
    said.current = { turn, attempt, length: to }
    const spoken = { key: `${turn}.${attempt}.${from}`, words: text.slice(from, to).trim() }
    setSentences((earlier) => [...earlier.slice(1 - kept), spoken])
  }, [turns, utterance, position])
  return (
    <VisuallyHidden>
      <div role="log" lang={language} aria-live="polite" aria-label="What the interviewer says">
        {sentences.map(({ key, words }) => (
          <p key={key}>{words}</p>
        ))}
      </div>
    </VisuallyHidden>
  )
}
