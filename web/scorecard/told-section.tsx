import { Button, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useShowsFigures } from './figures.ts'
import { Section } from './section.tsx'

/** Turns figures on and off, where somebody chose to have them hidden at first. */
export function FiguresButton({ onToggle }: { onToggle(): void }) {
  const showsFigures = useShowsFigures()
  return (
    <Button variant="default" size="compact-sm" onClick={onToggle}>
      {showsFigures ? 'Hide figures' : 'Show figures'}
    </Button>
  )
}

/** How an interview was told, which is nothing but figures: where they are hidden it says so, and how to see them. */
export function ToldSection({ onToggle, children }: { onToggle(): void; children: ReactNode }) {
  if (useShowsFigures()) return children
  return (
    <Section title="How you told it" aside={<FiguresButton onToggle={onToggle} />}>
      <Text size="sm" c="dimmed">
        Counted and never rated, so it is nothing but figures. They are hidden.
      </Text>
    </Section>
  )
}
