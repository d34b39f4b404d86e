import type { Artifact } from '#src/domain/turn.ts'
import type { ShownMark } from '../scorecard/marked-text.tsx'
import { OpeningFold } from '../shell/opening-fold.tsx'
import { artifactTitle } from './artifact-words.ts'
import { BoardView } from './board-view.tsx'
import { CodeLines } from './code-lines.tsx'
import styles from './turn-artifacts.module.css'

interface TurnArtifactsProps {
  turn: number
  artifacts: readonly Artifact[]
  /** Folded: there at a press, as in the room. Open: read through, as in a review. */
  begins: 'folded' | 'open'
  /** Those of this turn's artifacts. */
  marks?: readonly (ShownMark & { artifact: string | null })[]
  active?: string | null
}

/** What went with a turn, as it stood then. */
export function TurnArtifacts({ turn, artifacts, begins, marks = [], active = null }: TurnArtifactsProps) {
  return artifacts.map((artifact) => (
    <OneArtifact
      key={artifact.id}
      turn={turn}
      artifact={artifact}
      begins={begins}
      marks={marks.filter((mark) => mark.artifact === artifact.id)}
      active={active}
    />
  ))
}

interface OneArtifactProps {
  turn: number
  artifact: Artifact
  begins: TurnArtifactsProps['begins']
  marks: readonly ShownMark[]
  active: string | null
}

function OneArtifact({ turn, artifact, begins, marks, active }: OneArtifactProps) {
  const shown = { turn, artifact: artifact.id, text: artifact.text, marks, active }
  return (
    <div className={styles.artifact} lang="en" dir="ltr">
      <OpeningFold title={artifactTitle(artifact)} isOpen={begins === 'open'}>
        {artifact.kind === 'board' ? (
          <BoardView {...shown} revision={artifact.revision} />
        ) : (
          <CodeLines {...shown} lines={isCode(artifact) ? 'numbered' : 'plain'} />
        )}
      </OpeningFold>
    </div>
  )
}

const isCode = ({ kind }: Artifact): boolean => kind === 'code' || kind === 'sql'
