import '../lazy-styles.css'
import { Text, Title } from '@mantine/core'
import { useCallback, useState } from 'react'
import type { ImportedInterviews } from '#src/domain/import.ts'
import type { OfferedTrack, Status } from '#src/protocol/rest.ts'
import { listTracks, readStatus } from '../api/server.ts'
import { useLoad } from '../api/use-load.ts'
import { navigate } from '../navigation/use-route.ts'
import { FailureNote } from '../shell/failure-note.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import styles from './import-page.module.css'
import { ImportPreviewForm } from './import-preview-form.tsx'
import { ImportedList } from './imported-list.tsx'
import { forgetKept, type ImportChoices, keepChoices, keepText, noChoices, readKept, type SourceText } from './kept-import.ts'
import { SourceForm } from './source-form.tsx'

/** Where an interview that was held elsewhere is taken in: its words, then what was read of them, then its scoring. */
export default function ImportPage() {
  usePageTitle('Import an interview')
  const load = useCallback(async (signal: AbortSignal) => {
    const [tracks, status] = await Promise.all([listTracks(signal), readStatus(signal)])
    if (!tracks.ok) return tracks
    if (!status.ok) return status
    return { ok: true as const, value: { tracks: tracks.value, model: status.value.model } }
  }, [])
  const { loaded, reload } = useLoad(load)
  if (loaded.kind === 'loading') return <Loading what="the questions" />
  if (loaded.kind === 'failed') return <FailureNote failure={loaded.failure} onRetry={reload} />
  return <Import {...loaded.value} />
}

function Import({ tracks, model }: { tracks: readonly OfferedTrack[]; model: Status['model'] }) {
  const [kept] = useState(readKept)
  const [text, setText] = useState(kept.text)
  const [choices, setChoices] = useState(kept.choices)
  const [imported, setImported] = useState<ImportedInterviews['interviews'] | null>(null)

  const choose = useCallback((part: Partial<ImportChoices>) => {
    setChoices((before) => {
      const next = { ...before, ...part }
      keepChoices(next)
      return next
    })
  }, [])
  const setSource = ({ text: words, fileName }: SourceText) => {
    setText(words)
    keepText(words)
    // Who is who and what it is about was said of other words.
    choose({ ...noChoices, level: choices.level, language: choices.language, fileName })
  }
  const finish = (interviews: ImportedInterviews['interviews']) => {
    forgetKept()
    const [only, ...others] = interviews
    if (only !== undefined && others.length === 0) return navigate({ page: 'scoring', interview: only.id }, 'replace')
    setImported(interviews)
  }
  const again = () => {
    setText('')
    setChoices(noChoices)
    setImported(null)
  }

  if (imported !== null) return <ImportedList interviews={imported} onAgain={again} />
  return (
    <div className={styles.page}>
      <Title order={1} size="h2">
        Import an interview
      </Title>
      <Text c="dimmed" mt="xs" className={styles.about ?? ''}>
        Go back over an interview that was held elsewhere: its transcript is scored and reviewed line by line, like one that was
        held here. It holds other people’s words, so ask them first. {whereItGoes(model)}
      </Text>
      {choices.isLookedAt ? (
        <ImportPreviewForm
          tracks={tracks}
          source={{ text, fileName: choices.fileName }}
          choices={choices}
          onChoose={choose}
          onSource={setSource}
          onImported={finish}
        />
      ) : (
        <SourceForm
          source={{ text, fileName: choices.fileName }}
          onSource={setSource}
          onLook={() => choose({ isLookedAt: true })}
        />
      )}
    </div>
  )
}

const whereItGoes = (model: Status['model']): string =>
  model === null
    ? 'Written rules score it, and nothing leaves the machine that Hotseat runs on.'
    : `${model.scorer} scores it: what was said is sent to ${URL.canParse(model.baseUrl) ? new URL(model.baseUrl).host : model.baseUrl}.`
