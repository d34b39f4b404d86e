import '../lazy-styles.css'
import { Title } from '@mantine/core'
import { useCallback } from 'react'
import { readSettings } from '../api/server.ts'
import { useLoad } from '../api/use-load.ts'
import { FailureNote } from '../shell/failure-note.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { ConnectModel } from './connect-model.tsx'
import { ModelInForce } from './model-in-force.tsx'
import { OwnQuestions } from './own-questions.tsx'
import { ReadingSettings } from './reading-settings.tsx'
import styles from './settings-page.module.css'

/** Who interviews and scores, how to connect a model, and how this browser shows things. */
export default function SettingsPage() {
  usePageTitle('Settings')
  const { loaded, reload } = useLoad(useCallback((signal) => readSettings(signal), []))
  if (loaded.kind === 'loading') return <Loading what="the settings" />
  if (loaded.kind === 'failed') return <FailureNote failure={loaded.failure} onRetry={reload} />
  return (
    <div className={styles.settings}>
      <Title order={1} size="h2">
        Settings
      </Title>
      <ModelInForce settings={loaded.value} />
      <ConnectModel />
      <OwnQuestions own={loaded.value.ownQuestions} />
      <ReadingSettings />
    </div>
  )
}
