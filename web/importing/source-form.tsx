import { Button, Text, Textarea } from '@mantine/core'
import { type DragEvent, type SubmitEvent, useRef, useState } from 'react'
import { maxSourceBytes } from '#src/domain/import.ts'
import type { SourceText } from './kept-import.ts'
import { bytesOf, readTextFile, sizeWords } from './read-text-file.ts'
import styles from './source-form.module.css'

interface SourceFormProps {
  source: SourceText
  onSource(source: SourceText): void
  onLook(): void
}

/** Above so many characters a file is named instead of shown: a field of two million makes a browser stop. */
const mostShown = 200_000

/** The words of an interview: pasted, chosen as a file, or dropped. */
export function SourceForm({ source: { text, fileName }, onSource, onLook }: SourceFormProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const [isDropping, setDropping] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  const isShown = text.length <= mostShown

  const take = async (file: File | undefined) => {
    if (file === undefined) return
    const read = await readTextFile(file)
    setProblem(read.ok ? null : read.message)
    if (read.ok) onSource({ text: read.text, fileName: read.fileName })
    if (chooser.current !== null) chooser.current.value = ''
  }
  const look = (event: SubmitEvent) => {
    event.preventDefault()
    if (text.trim() === '') return setProblem('There is no transcript yet: paste one, or choose a file.')
    const bytes = bytesOf(text)
    if (bytes > maxSourceBytes)
      return setProblem(
        `This has ${sizeWords(bytes)}; a transcript may have 2 MB. Leave out what is no part of the interview, or import it in two pieces.`,
      )
    onLook()
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setDropping(false)
    void take(event.dataTransfer.files[0])
  }
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setDropping(true)
  }

  return (
    <form
      onSubmit={look}
      className={styles.form}
      data-dropping={isDropping || undefined}
      onDragOver={onDragOver}
      onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setDropping(false)}
      onDrop={onDrop}
    >
      {isShown ? (
        <Textarea
          label="The transcript"
          description="Text or Markdown with speaker labels, captions (WebVTT, SRT), an export of Zoom, Google Meet, Teams or Otter, or JSON. The form is told by the text."
          placeholder={'Interviewer: How would you …\nMe: I would start with …'}
          rows={14}
          autoFocus
          spellCheck={false}
          classNames={{ input: styles.words ?? '' }}
          value={text}
          onChange={(event) => {
            setProblem(null)
            onSource({ text: event.currentTarget.value, fileName })
          }}
        />
      ) : (
        <p className={styles.large}>
          {fileName ?? 'What was pasted'}, {sizeWords(bytesOf(text))}: too long to be shown here.
        </p>
      )}
      <div className={styles.file}>
        <input
          ref={chooser}
          id="import-file"
          type="file"
          hidden
          accept=".txt,.md,.markdown,.vtt,.srt,.sbv,.json,text/*,application/json"
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
        <Button variant="default" onClick={() => chooser.current?.click()}>
          {fileName === null ? 'Choose a file' : 'Choose another file'}
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {fileName !== null && text !== '' ? `${fileName}, ${sizeWords(bytesOf(text))}` : 'or drop one here, up to 2 MB'}
        </Text>
        {text !== '' && (
          <Button variant="subtle" color="gray" onClick={() => onSource({ text: '', fileName: null })}>
            Clear
          </Button>
        )}
      </div>
      {problem !== null && (
        <Text role="alert" mt="md" c="var(--mantine-color-error)">
          {problem}
        </Text>
      )}
      <Button type="submit" size="md" mt="xl">
        See what was read
      </Button>
      <Text size="sm" c="dimmed" mt="xs">
        Nothing is stored before you have seen it.
      </Text>
    </form>
  )
}
