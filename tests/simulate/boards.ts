import { boardTextOf } from '#src/board/board-text.ts'
import { addPart, connect } from '#src/board/outline.ts'
import type { PartKind } from '#src/board/palette.ts'
import { readBoard } from '#src/board/read-board.ts'
import type { SceneElement } from '#src/board/scene.ts'
import type { Artifact } from '#src/domain/turn.ts'

type Step = { part: PartKind; label: string } | { from: string; to: string }

/** What somebody draws from answer to answer, and leaves open for a while: a queue that nobody reads, a part by itself. */
const answers: readonly (readonly Step[])[] = [
  [
    { part: 'client', label: 'Browser' },
    { part: 'service', label: 'Front door' },
    { part: 'database', label: 'Main store' },
    { from: 'Browser', to: 'Front door' },
    { from: 'Front door', to: 'Main store' },
  ],
  [
    { part: 'queue', label: 'Click stream' },
    { from: 'Front door', to: 'Click stream' },
  ],
  [],
  [{ part: 'service', label: 'Fraud rules' }],
  [
    { part: 'worker', label: 'Roll-up' },
    { from: 'Click stream', to: 'Roll-up' },
    { from: 'Browser', to: 'Main store' },
  ],
]

/** The board that goes with the next answer, as an outline editor makes it; none with an answer before which nothing was drawn. */
export function boards(): () => Artifact[] {
  let count = 0
  const next = () => ++count
  const maker = { id: () => `drawn${next()}`, number: next, now: next }
  let elements: SceneElement[] = []
  let answered = 0
  const idOf = (label: string) => readBoard({ elements }).nodes.find((node) => node.label === label)?.id ?? ''
  return () => {
    const steps = answers[answered++] ?? []
    for (const step of steps)
      elements =
        'part' in step
          ? addPart(elements, { kind: step.part, label: step.label, maker })
          : connect(elements, { from: idOf(step.from), to: idOf(step.to), maker })
    return steps.length === 0 ? [] : [{ id: 'board', kind: 'board', text: boardTextOf({ elements }), revision: answered }]
  }
}
