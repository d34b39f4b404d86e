import type { ReactNode } from 'react'
import type { Route } from '../navigation/route.ts'
import { RouteLink } from '../navigation/route-link.tsx'
import styles from './shell.module.css'

const places: { title: string; to: Route; holds: Route['page'][] }[] = [
  { title: 'Practise', to: { page: 'practise' }, holds: ['practise', 'sample', 'sample-review'] },
  { title: 'Library', to: { page: 'library' }, holds: ['library'] },
  {
    title: 'History',
    to: { page: 'history' },
    holds: ['history', 'compare', 'scoring', 'scorecard', 'review', 'reviews', 'redo', 'import', 'correct'],
  },
  { title: 'Settings', to: { page: 'settings' }, holds: ['settings'] },
]

/** The frame of every page but the room: the way about at the top, the page below. */
export function Shell({ at, children }: { at: Route['page']; children: ReactNode }) {
  return (
    <>
      <a className={styles.skip} href="#main">
        Skip to the page
      </a>
      <header className={styles.header}>
        <RouteLink to={{ page: 'practise' }} className={styles.name} underline="never">
          Hotseat
        </RouteLink>
        <nav aria-label="Pages" className={styles.nav}>
          {places.map(({ title, to, holds }) => (
            <RouteLink
              key={title}
              to={to}
              className={styles.place}
              underline="never"
              aria-current={holds.includes(at) ? 'page' : undefined}
            >
              {title}
            </RouteLink>
          ))}
        </nav>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </>
  )
}
