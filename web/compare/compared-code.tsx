import { CodeLines } from '../artifacts/code-lines.tsx'
import { Fold } from '../shell/fold.tsx'
import { LazyPart } from '../shell/lazy-part.tsx'
import { ComparedArtifact } from './compared-artifact.tsx'
import { type ComparedViewProps, lastOfBoth } from './compared-view.ts'
import { SideBySide } from './side-by-side.tsx'

const loadDifference = () => import('./line-difference-view.tsx')

/** The last code of both attempts: what differs line by line, then each whole. Code of one alone is shown as it is. */
export function ComparedCode({ attempts, turns, names }: ComparedViewProps) {
  const [first, second] = lastOfBoth(turns, 'code')
  const side = (attempt: typeof attempts.first, last: typeof first) => (
    <ComparedArtifact attempt={attempt} last={last} none="No code was written.">
      {({ turn, artifact: { id, text } }) => (
        <CodeLines turn={turn} artifact={id} text={text} lines="numbered" marks={[]} active={null} />
      )}
    </ComparedArtifact>
  )
  const both = <SideBySide names={names} first={side(attempts.first, first)} second={side(attempts.second, second)} />
  if (first === undefined || second === undefined) return both
  return (
    <>
      <LazyPart load={loadDifference} what="what differs" props={{ first: first.artifact.text, second: second.artifact.text }} />
      <Fold title="Both whole">{both}</Fold>
    </>
  )
}
