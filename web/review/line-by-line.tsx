import { Button, VisuallyHidden } from '@mantine/core'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ReviewedInterview } from '#src/protocol/rest.ts'
import { useHash } from '../navigation/use-hash.ts'
import { useIsSample } from '../sample/sample-context.ts'
import { Section } from '../scorecard/section.tsx'
import { selectedWords } from '../scorecard/selected-words.ts'
import { CriteriaAside } from './criteria-aside.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import styles from './line-by-line.module.css'
import type { NoteDraft } from './own-notes.tsx'
import { readingTurn, wordsInView } from './reading-place.ts'
import { byTurn, reviewMarks } from './review-marks.ts'
import { ReviewTranscript } from './review-transcript.tsx'
import type { TurnActions } from './review-turn.tsx'
import { nextStop, type Stop, stopsOf } from './stops.ts'
import { useNotes } from './use-notes.ts'
import { type ReviewKey, useReviewKeys } from './use-review-keys.ts'

interface LineByLineProps {
  reviewed: ReviewedInterview
  /** Titles of the criteria, by id. */
  titles: ReadonlyMap<string, string>
  isTimed: boolean
}

const criterionPrefix = 'criterion-'

/** The transcript beside its scorecard: walked from mark to mark, filtered by a criterion, and noted upon. */
export function LineByLine({ reviewed, titles, isTimed }: LineByLineProps) {
  const { interview, scorecard, criteria, review, turns } = reviewed
  const isSample = useIsSample()
  const notes = useNotes(interview.id, reviewed.notes)
  const [criterion, setCriterion] = useState<string | null>(null)
  const [walked, setWalked] = useState<string | null>(null)
  const [draft, setDraft] = useState<NoteDraft | null>(null)
  const [showsKeys, setShowsKeys] = useState(false)
  const hash = useHash()
  useEffect(() => {
    if (hash.startsWith(criterionPrefix)) setCriterion(hash.slice(criterionPrefix.length))
    setWalked(hash === '' ? null : hash)
  }, [hash])

  const marks = useMemo(
    () => reviewMarks({ scorecard, review, notes: notes.all, turns, criterion }),
    [scorecard, review, notes.all, turns, criterion],
  )
  const asked = useMemo(
    () => review.asked.filter(({ check }) => criterion === null || check?.criterion === criterion),
    [review.asked, criterion],
  )
  const stops = useMemo(() => stopsOf(marks, asked), [marks, asked])
  const place = stops.findIndex(({ id }) => id === walked)

  const walk = (step: 1 | -1) => {
    const stop = nextStop(stops, { active: walked, reading: readingTurn(), step })
    if (stop === undefined) return
    setWalked(stop.id)
    goTo(stop)
  }
  const note = () => {
    if (isSample) return
    const words = selectedWords(window.getSelection()) ?? wordsInView(turns, marks.find(({ id }) => id === walked) ?? null)
    if (words !== null) setDraft({ ...words, id: crypto.randomUUID(), text: '', isNew: true })
  }
  const onKey = useRef<(key: ReviewKey) => void>(() => undefined)
  onKey.current = (key) => {
    if (key === 'next') walk(1)
    else if (key === 'previous') walk(-1)
    else if (key === 'note') note()
    else setShowsKeys(true)
  }
  useReviewKeys(useCallback((key: ReviewKey) => onKey.current(key), []))

  const { keep, remove } = notes
  const actions = useMemo<TurnActions>(
    () => ({
      editNote: ({ createdAt, updatedAt, ...rest }) => setDraft({ ...withoutUnsaid(rest), isNew: false }),
      removeNote: (deleted) => void remove(deleted),
      keepNote: keep,
      closeDraft: () => setDraft(null),
    }),
    [keep, remove],
  )
  return (
    <Section title="Line by line">
      <div id="line-by-line" className={styles.columns}>
        <div className={styles.side}>
          <CriteriaAside
            scorecard={scorecard}
            criteria={criteria}
            chosen={criterion}
            onChoose={(chosen) => {
              setCriterion(chosen)
              setWalked(null)
            }}
          />
        </div>
        <div className={styles.reading}>
          <div className={styles.bar} role="toolbar" aria-label="Walk and note">
            <Button variant="default" size="compact-sm" onClick={() => walk(-1)} disabled={stops.length === 0}>
              Previous
            </Button>
            <Button variant="default" size="compact-sm" onClick={() => walk(1)} disabled={stops.length === 0}>
              Next
            </Button>
            <span className={styles.count}>{place < 0 ? `${stops.length} marks` : `${place + 1} of ${stops.length}`}</span>
            {!isSample && (
              <Button
                variant="default"
                size="compact-sm"
                // The selection is what the note is on, and pressing a button would take it away.
                onPointerDown={(event) => event.preventDefault()}
                onClick={note}
              >
                Add a note
              </Button>
            )}
            <Button variant="subtle" size="compact-sm" onClick={() => setShowsKeys(true)}>
              Keys
            </Button>
            <Button variant="subtle" size="compact-sm" onClick={() => window.print()}>
              Print
            </Button>
          </div>
          <VisuallyHidden role="status">
            {place < 0 ? '' : stopWords(stops[place], { place, of: stops.length, marks })}
          </VisuallyHidden>
          {notes.deleted !== null && (
            <p className={styles.undo} role="status">
              Note deleted.{' '}
              <Button variant="subtle" size="compact-sm" onClick={() => void notes.undo()}>
                Undo
              </Button>
            </p>
          )}
          {notes.problem !== null && draft === null && (
            <p className={styles.problem} role="alert">
              {notes.problem}
            </p>
          )}
          <ReviewTranscript
            turns={turns}
            schedule={interview.schedule}
            language={interview.language}
            isTimed={isTimed}
            marks={useMemo(() => byTurn(marks), [marks])}
            active={walked}
            asked={asked}
            review={review}
            notes={useMemo(() => byTurn(notes.all), [notes.all])}
            draft={draft}
            problem={notes.problem}
            titles={titles}
            criterion={criterion}
            actions={actions}
          />
        </div>
      </div>
      <KeysDialog isOpen={showsKeys} onClose={() => setShowsKeys(false)} />
    </Section>
  )
}

const withoutUnsaid = ({ artifact, ...rest }: Omit<NoteDraft, 'isNew' | 'artifact'> & { artifact?: string | undefined }) =>
  artifact === undefined ? rest : { ...rest, artifact }

/** Brings a stop into view and lets the keyboard go on from there. */
function goTo({ id, turn }: Stop): void {
  const element = document.getElementById(id)
  // A turn that was never painted has no place yet: first the turn, then the words in it.
  document.getElementById(`turn-${turn}`)?.scrollIntoView({ block: 'nearest' })
  element?.scrollIntoView({ block: 'center' })
  element?.focus({ preventScroll: true })
}

function stopWords(
  stop: Stop | undefined,
  { place, of, marks }: { place: number; of: number; marks: ReturnType<typeof reviewMarks> },
): string {
  if (stop === undefined) return ''
  const mark = marks.find(({ id }) => id === stop.id)
  const words = mark === undefined ? '' : (document.getElementById(stop.id)?.closest('mark')?.textContent ?? '')
  const what = { quote: 'quoted words', note: 'your note', asked: 'what the interviewer was after' }[stop.kind]
  return `${place + 1} of ${of}: turn ${stop.turn}, ${what}${words === '' ? '' : `: ${words}`}`
}
