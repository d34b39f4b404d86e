import { Button, type ButtonProps, Text } from '@mantine/core'
import { useState } from 'react'
import { useDeletion } from './deletion.tsx'

interface DeleteButtonProps extends Pick<ButtonProps, 'variant' | 'size' | 'className'> {
  /** Null: all of them. */
  interview: { id: string; title: string } | null
  words?: string
}

/** Deletes at once; the notice at the foot of the page takes it back. */
export function DeleteButton({ interview, words = 'Delete', variant = 'default', ...rest }: DeleteButtonProps) {
  const { remove } = useDeletion()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const press = async () => {
    setBusy(true)
    setProblem(await remove(interview))
    setBusy(false)
  }
  return (
    <>
      <Button
        variant={variant}
        onClick={press}
        disabled={isBusy}
        {...(interview === null ? {} : { 'aria-label': `${words}: ${interview.title}` })}
        {...rest}
      >
        {words}
      </Button>
      {problem !== null && (
        <Text role="alert" size="sm" c="var(--mantine-color-error)">
          {problem}
        </Text>
      )}
    </>
  )
}
