import { CodeLines } from '../artifacts/code-lines.tsx'
import { ComparedArtifact } from './compared-artifact.tsx'
import { type ComparedViewProps, lastOfBoth } from './compared-view.ts'
import { SideBySide } from './side-by-side.tsx'

/** The last SQL of both attempts, each with what the database answered to it. */
export function ComparedSql({ attempts, turns, names }: ComparedViewProps) {
  const [first, second] = lastOfBoth(turns, 'sql')
  const [firstAnswer, secondAnswer] = lastOfBoth(turns, 'sql-result')
  const side = (attempt: typeof attempts.first, last: typeof first, answer: typeof first) => (
    <>
      <ComparedArtifact attempt={attempt} last={last} none="No SQL was written.">
        {({ turn, artifact: { id, text } }) => (
          <CodeLines turn={turn} artifact={id} text={text} lines="numbered" marks={[]} active={null} />
        )}
      </ComparedArtifact>
      {last !== undefined && (
        <ComparedArtifact attempt={attempt} last={answer} none="No answer of the database went with it.">
          {({ turn, artifact: { id, text } }) => (
            <CodeLines turn={turn} artifact={id} text={text} lines="plain" marks={[]} active={null} />
          )}
        </ComparedArtifact>
      )}
    </>
  )
  return (
    <SideBySide
      names={names}
      first={side(attempts.first, first, firstAnswer)}
      second={side(attempts.second, second, secondAnswer)}
    />
  )
}
