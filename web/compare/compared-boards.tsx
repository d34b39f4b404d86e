import { BoardView } from '../artifacts/board-view.tsx'
import { BoardDifferenceList } from './board-difference-list.tsx'
import { ComparedArtifact } from './compared-artifact.tsx'
import { type ComparedViewProps, lastOfBoth } from './compared-view.ts'
import { SideBySide } from './side-by-side.tsx'

/** The last boards of both attempts: what differs in words, then as they were drawn. */
export function ComparedBoards({ attempts, turns, names }: ComparedViewProps) {
  const [first, second] = lastOfBoth(turns, 'board')
  const side = (attempt: typeof attempts.first, last: typeof first) => (
    <ComparedArtifact attempt={attempt} last={last} none="Nothing was drawn.">
      {({ turn, artifact: { id, text, revision } }) => (
        <BoardView turn={turn} artifact={id} revision={revision} text={text} marks={[]} active={null} />
      )}
    </ComparedArtifact>
  )
  return (
    <>
      {first !== undefined && second !== undefined && (
        <BoardDifferenceList first={first.artifact.text} second={second.artifact.text} />
      )}
      <SideBySide names={names} first={side(attempts.first, first)} second={side(attempts.second, second)} />
    </>
  )
}
