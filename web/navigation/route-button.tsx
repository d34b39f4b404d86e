import { Button, type ButtonProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { type Route, routePath } from './route.ts'
import { followInPage } from './route-link.tsx'

interface RouteButtonProps extends Omit<ButtonProps, 'component'> {
  to: Route
  children: ReactNode
  'aria-label'?: string
}

/** A link to a page that looks like the one thing to do next. */
export function RouteButton({ to, ...rest }: RouteButtonProps) {
  return <Button component="a" href={routePath(to)} onClick={(event) => followInPage(event, to)} {...rest} />
}
