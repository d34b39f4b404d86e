import { Button, Group, NativeSelect, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Appeal } from '#src/domain/appeal.ts'
import { appealCheck } from '../api/server.ts'
import { PageDialog } from '../shell/page-dialog.tsx'
import { verdictWords } from '../words.ts'
import type { CheckAppealProps } from './check-appeal.tsx'

interface AppealDialogProps extends Omit<CheckAppealProps, 'question' | 'appeals'> {
  question: string
  onClose(): void
}

/** Points at words of one's own for a check, and tells what came of it. */
export default function AppealDialog(props: AppealDialogProps) {
  const { interviewId, question, criterion, check, turns, onMoved, onClose } = props
  const [words, setWords] = useState('')
  const [turn, setTurn] = useState<number | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [judged, setJudged] = useState<Appeal | null>(null)
  const own = turns.filter(({ speaker, text }) => speaker === 'candidate' && text.trim() !== '')

  const take = (chosen: string) => {
    const found = own.find((one) => String(one.turn) === chosen)
    setTurn(found?.turn ?? null)
    if (found !== undefined) setWords(found.text)
  }
  const appeal = async () => {
    setBusy(true)
    setProblem(null)
    const place = turn === null ? {} : { turn }
    const outcome = await appealCheck(interviewId, { question, criterion, check: check.check, quote: words.trim(), ...place })
    setBusy(false)
    if (outcome.ok) setJudged(outcome.value)
    else setProblem(outcome.failure.message)
  }
  const close = () => {
    if (judged !== null) onMoved()
    onClose()
  }

  if (judged !== null)
    return (
      <PageDialog
        isOpen
        onClose={close}
        title={judged.outcome.kind === 'moved' ? 'The check moved' : 'The check stays as it was'}
      >
        <Text role="status">
          {judged.outcome.kind === 'moved' &&
            `From “${verdictWords[judged.outcome.from]}” to “${verdictWords[judged.outcome.to]}”. `}
          {judged.reason}
        </Text>
        <Group mt="lg" justify="flex-end">
          {judged.outcome.kind === 'refused' && (
            <Button variant="default" onClick={() => setJudged(null)}>
              Point at other words
            </Button>
          )}
          <Button onClick={close} data-autofocus>
            {judged.outcome.kind === 'moved' ? 'See the new scorecard' : 'Close'}
          </Button>
        </Group>
      </PageDialog>
    )
  return (
    <PageDialog isOpen onClose={close} title="I did say that">
      <Text>{check.means}</Text>
      <Text size="sm" c="dimmed" mt="xs">
        Point at the words of yours that show it. This check alone is judged again, by those words alone; it moves only if you did
        say them. An appeal never lowers anything.
      </Text>
      <NativeSelect
        mt="md"
        label="Take the words of a turn"
        value={turn === null ? '' : String(turn)}
        onChange={(event) => take(event.currentTarget.value)}
        data={[
          { value: '', label: 'Choose a turn' },
          ...own.map((one) => ({ value: String(one.turn), label: `Turn ${one.turn}: ${one.text.slice(0, 60)}` })),
        ]}
      />
      <Textarea
        mt="md"
        label="Your words"
        description="Cut them down to the sentence or two that count, or paste a quote"
        autosize
        minRows={3}
        maxRows={8}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {problem !== null && (
        <Text role="alert" mt="sm" c="var(--mantine-color-error)">
          {problem}
        </Text>
      )}
      <Group mt="lg" justify="flex-end">
        <Button variant="default" onClick={close} disabled={isBusy}>
          Cancel
        </Button>
        <Button onClick={appeal} loading={isBusy} disabled={words.trim() === ''}>
          Judge this check again
        </Button>
      </Group>
    </PageDialog>
  )
}
