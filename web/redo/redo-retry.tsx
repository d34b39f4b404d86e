import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import type { Redo } from '#src/domain/redo.ts'
import { submitRedo } from '../api/server.ts'

interface RedoRetryProps {
  interviewId: string
  redo: Pick<Redo, 'criterion' | 'check' | 'text'>
  onStored(): void
}

/** Sends the words of an answer that could not be graded once more, as an answer of its own: what failed stays in the record. */
export function RedoRetry({ interviewId, redo: { criterion, check, text }, onStored }: RedoRetryProps) {
  const [id] = useState(() => crypto.randomUUID())
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const send = async () => {
    setBusy(true)
    setProblem(null)
    const outcome = await submitRedo(interviewId, { id, criterion, check, text })
    setBusy(false)
    if (outcome.ok) onStored()
    else setProblem(outcome.failure.message)
  }

  return (
    <>
      <Button mt="sm" variant="default" onClick={send} loading={isBusy}>
        Try again
      </Button>
      {problem !== null && (
        <Text role="alert" mt="sm" c="var(--mantine-color-error)">
          {problem}
        </Text>
      )}
    </>
  )
}
