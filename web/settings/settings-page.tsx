import '../lazy-styles.css'
import { Title } from '@mantine/core'
import { useCallback } from 'react'
import { readSettings } from '../api/server.ts'
import { readSpace } from '../api/space.ts'
import { useLoad } from '../api/use-load.ts'
import { YourInterviews } from '../files/your-interviews.tsx'
import { FailureNote } from '../shell/failure-note.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { ConnectModel } from './connect-model.tsx'
import { ModelInForce } from './model-in-force.tsx'
import { OwnQuestions } from './own-questions.tsx'
import { ReadingSettings } from './reading-settings.tsx'
import styles from './settings-page.module.css'
import { YourSpace } from './your-space.tsx'

/** Who interviews and scores, how to connect a model, and how this browser shows things. */
export default function SettingsPage() {
  usePageTitle('Settings')
  const load = useCallback(async (signal: AbortSignal) => {
    const [settings, own] = await Promise.all([readSettings(signal), readSpace(signal)])
    if (!settings.ok) return settings
    if (!own.ok) return own
    return { ok: true as const, value: { settings: settings.value, space: own.value.space } }
  }, [])
  const { loaded, reload } = useLoad(load)
  if (loaded.kind === 'loading') return <Loading what="the settings" />
  if (loaded.kind === 'failed') return <FailureNote failure={loaded.failure} onRetry={reload} />
  const { settings, space } = loaded.value
  return (
    <div className={styles.settings}>
      <Title order={1} size="h2">
        Settings
      </Title>
      {space !== null && <YourSpace space={space} />}
      <ModelInForce settings={settings} isTestable={space === null} />
      <ConnectModel />
      <YourInterviews />
      <OwnQuestions own={settings.ownQuestions} />
      <ReadingSettings />
    </div>
  )
}
