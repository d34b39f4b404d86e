import { Button, Text } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import styles from './part-boundary.module.css'

interface PartBoundaryProps {
  what: string
  onRetry(): void
  children: ReactNode
}

/** Keeps what broke to its own part of the page: the conversation beside it goes on. */
export class PartBoundary extends Component<PartBoundaryProps, { hasBroken: boolean }> {
  override state = { hasBroken: false }

  static getDerivedStateFromError() {
    return { hasBroken: true }
  }

  override render() {
    const { what, onRetry, children } = this.props
    if (!this.state.hasBroken) return children
    return (
      <div className={styles.broken} role="alert">
        <Text>
          {what.charAt(0).toUpperCase()}
          {what.slice(1)} did not load, or broke. What you made of it is kept, and the interview goes on.
        </Text>
        <div className={styles.actions}>
          <Button size="compact-md" onClick={onRetry}>
            Try again
          </Button>
          <Button size="compact-md" variant="default" onClick={() => window.location.reload()}>
            Reload the page
          </Button>
        </div>
      </div>
    )
  }
}
