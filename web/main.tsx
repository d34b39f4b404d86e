import './without-made-code.ts'
import './styles.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { exchangeLaunchToken } from './launch-token.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

await exchangeLaunchToken()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
