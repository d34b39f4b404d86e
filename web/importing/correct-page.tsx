import '../lazy-styles.css'
import { Button, Text, Title } from '@mantine/core'
import { useCallback, useState } from 'react'
import type { Correctable } from '#src/domain/import.ts'
import { correctTranscript, readTranscript } from '../api/importing.ts'
import { useLoad } from '../api/use-load.ts'
import { RouteLink } from '../navigation/route-link.tsx'
import { navigate } from '../navigation/use-route.ts'
import { FailureNote } from '../shell/failure-note.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import styles from './correct-page.module.css'
import { EditedTurn } from './edited-turn.tsx'
import { keepEdits, readEdits } from './kept-edits.ts'
import { changesOf, type EditedTurns, withJoin, withPiece, withSplit } from './turn-edits.ts'

/** Where an imported transcript is put right: who said what, and in which words. */
export default function CorrectPage({ interviewId }: { interviewId: string }) {
  usePageTitle('Correct the transcript')
  const { loaded, reload } = useLoad(useCallback((signal) => readTranscript(interviewId, signal), [interviewId]))
  if (loaded.kind === 'loading') return <Loading what="the transcript" />
  if (loaded.kind === 'failed') return <FailureNote failure={loaded.failure} onRetry={reload} />
  return <Correction key={loaded.value.revision} interviewId={interviewId} transcript={loaded.value} onReload={reload} />
}

interface CorrectionProps {
  interviewId: string
  transcript: Correctable
  onReload(): void
}

function Correction({ interviewId, transcript, onReload }: CorrectionProps) {
  const [edits, setEdits] = useState(() => readEdits(interviewId, transcript))
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const changes = changesOf(edits, transcript)
  const isEmpty = changes.some(({ becomes }) => becomes.some(({ text }) => text.trim() === ''))
  const begins = new Set(transcript.begins)

  const change = (next: (before: readonly EditedTurns[]) => EditedTurns[]) =>
    setEdits((before) => {
      const made = next(before)
      keepEdits(interviewId, transcript.revision, made)
      return made
    })
  const save = async () => {
    setBusy(true)
    setProblem(null)
    const outcome = await correctTranscript(interviewId, { revision: transcript.revision, changes })
    if (outcome.ok) {
      keepEdits(interviewId, transcript.revision, null)
      return navigate({ page: 'scoring', interview: interviewId }, 'replace')
    }
    setBusy(false)
    setProblem(`${outcome.failure.message} Your corrections are still here.`)
  }
  const discard = () => {
    keepEdits(interviewId, transcript.revision, null)
    setEdits(readEdits(interviewId, transcript))
    setProblem(null)
    onReload()
  }

  let number = 0
  return (
    <div className={styles.page}>
      <Text c="dimmed">{transcript.title}</Text>
      <Title order={1} size="h2">
        Correct the transcript
      </Title>
      <Text c="dimmed" mt="xs" className={styles.about ?? ''}>
        What was misheard, and who said it. Saved corrections are revision {transcript.revision + 1} and are scored anew; the
        scorecard of before keeps the words that it graded.
      </Text>
      <p className={styles.back}>
        <RouteLink to={{ page: 'scorecard', interview: interviewId }}>Back to the scorecard</RouteLink>
      </p>
      <ol className={styles.turns}>
        {edits.map(({ first, becomes }, at) =>
          becomes.map((piece, place) => {
            number += 1
            const isFirst = at === 0 && place === 0
            return (
              <EditedTurn
                // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of some turns have no other name than their place
                key={`${first} ${place}`}
                number={number}
                piece={piece}
                mayJoin={!isFirst && !(place === 0 && begins.has(first))}
                onChange={(said) => change((before) => withPiece(before, at, place, said))}
                onSplit={(offset) => change((before) => withSplit(before, at, place, offset))}
                onJoin={() => change((before) => withJoin(before, at, place))}
              />
            )
          }),
        )}
      </ol>
      <div className={styles.end}>
        <Text size="sm" role="status">
          {changes.length === 0
            ? 'Nothing is changed yet.'
            : changes.length === 1
              ? 'One place is changed.'
              : `${changes.length} places are changed.`}
        </Text>
        {isEmpty && <Text size="sm">A turn without words cannot be saved: join it with the one before.</Text>}
        {problem !== null && (
          <Text role="alert" c="var(--mantine-color-error)">
            {problem}
          </Text>
        )}
        <div className={styles.actions}>
          <Button onClick={save} loading={isBusy} disabled={changes.length === 0 || isEmpty}>
            Save and score again
          </Button>
          {changes.length > 0 && (
            <Button variant="default" onClick={discard} disabled={isBusy}>
              Discard
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}
