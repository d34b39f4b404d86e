import './styles.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { App } from './app.tsx'
import { exchangeLaunchToken } from './launch-token.ts'

// The page's policy forbids code made at run time, which zod would otherwise try.
z.config({ jitless: true })

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

await exchangeLaunchToken()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
