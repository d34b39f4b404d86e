import '../../../web/styles.css'
import { MantineProvider } from '@mantine/core'
import { lazy, StrictMode, Suspense, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { type Pad, padLanguageSchema, padSchema } from '#src/domain/workspace.ts'
import { exerciseSchema, type ShownExercise } from '#src/protocol/exercise.ts'
import { keptStatements } from '../../../web/sql-pad/kept-statements.ts'
import { styleNonce } from '../../../web/style-nonce.ts'
import { resolveVariables, theme } from '../../../web/theme.ts'

// One pad by itself, told by the page's hash what it is given; window.pads is how a test is its room.

z.config({ jitless: true })

const CodePad = lazy(() => import('../../../web/code-pad/code-pad.tsx'))
const SqlPad = lazy(() => import('../../../web/sql-pad/sql-pad.tsx'))

const settingsSchema = z.object({
  // Longer than a pad may be: what a room shows then is to be seen too.
  pad: padSchema.extend({ text: z.string() }),
  isReadOnly: z.boolean().default(false),
  exercise: exerciseSchema.partial().default({}),
})
const settings = settingsSchema.parse(JSON.parse(decodeURIComponent(location.hash.slice(1))))

declare global {
  interface Window {
    pads: { written: Pad; said: string | null; mirror(text: string): void; handOut(given: Partial<ShownExercise>): void }
  }
}

const nothing = { database: null, databaseFrom: null, cases: null, casesFrom: null }

function Page() {
  const [pad, setPad] = useState(settings.pad)
  const [isMirrored, setMirrored] = useState(false)
  const [exercise, setExercise] = useState({ ...nothing, ...settings.exercise })
  window.pads = {
    said: window.pads?.said ?? null,
    written: pad,
    mirror: (text) => {
      setPad({ ...pad, text })
      setMirrored(true)
    },
    handOut: (given) => setExercise({ ...nothing, ...given }),
  }
  const props = {
    pad,
    isReadOnly: settings.isReadOnly,
    isMirrored,
    exercise,
    onChange: (next: Pad) => {
      setPad({ ...next, language: padLanguageSchema.parse(next.language) })
      setMirrored(false)
    },
  }
  const ignore = () => {}
  const kept = keptStatements('pads-page', sessionStorage)
  const say = (text: string) => {
    window.pads.said = text
  }
  return (
    <div style={{ height: '100dvh', padding: '1rem', boxSizing: 'border-box' }}>
      <h1 style={{ position: 'absolute', clipPath: 'inset(50%)' }}>A pad</h1>
      <Suspense fallback="">
        {pad.pad === 'code' ? <CodePad {...props} onCaseRun={ignore} /> : <SqlPad {...props} onResult={say} kept={kept} />}
      </Suspense>
    </div>
  )
}

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <Page />
    </MantineProvider>
  </StrictMode>,
)
