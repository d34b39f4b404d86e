import { Anchor, type AnchorProps } from '@mantine/core'
import type { MouseEvent, ReactNode } from 'react'
import { type Route, routePath } from './route.ts'
import { navigate } from './use-route.ts'

interface RouteLinkProps extends Omit<AnchorProps, 'component'> {
  to: Route
  children: ReactNode
  'aria-current'?: 'page' | undefined
  'aria-label'?: string
}

/** A real link to a page: opens in a new tab when asked to, and without a reload otherwise. */
export function RouteLink({ to, ...rest }: RouteLinkProps) {
  return <Anchor href={routePath(to)} onClick={(event) => followInPage(event, to)} {...rest} />
}

/** Click handler for any anchor that leads to a page. */
export function followInPage(event: MouseEvent, to: Route): void {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
  if (!isPlain) return
  event.preventDefault()
  navigate(to)
}
