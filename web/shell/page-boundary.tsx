import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { PageNote } from './page-note.tsx'

/** Shows a page that broke as such, instead of a blank one: most often a part that was rebuilt since this page was opened. */
export class PageBoundary extends Component<{ children: ReactNode }, { hasBroken: boolean }> {
  override state = { hasBroken: false }

  static getDerivedStateFromError() {
    return { hasBroken: true }
  }

  override render() {
    if (!this.state.hasBroken) return this.props.children
    return (
      <main style={{ padding: 'var(--hotseat-gutter)' }}>
        <PageNote title="This page broke" actions={<Button onClick={() => window.location.reload()}>Reload</Button>}>
          <p>
            That is a fault of Hotseat’s, or the server was updated while the page was open. Everything you sent is stored, and
            your draft is kept: reload to go on.
          </p>
        </PageNote>
      </main>
    )
  }
}
