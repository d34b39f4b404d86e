import { Button, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import type { Share } from '#src/domain/share.ts'
import { revokeShare } from '../api/sharing.ts'
import styles from './share-list.module.css'
import { shareState } from './share-state.ts'
import { momentWords } from './time-words.ts'

interface ShareListProps {
  interviewId: string
  shares: readonly Share[]
  onRevoked(): void
}

/** The links of an interview: for whom, since when, until when, last used, and the way to end one. */
export function ShareList({ interviewId, shares, onRevoked }: ShareListProps) {
  const [asking, setAsking] = useState<string | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const revoke = async (id: string) => {
    const outcome = await revokeShare(interviewId, id)
    setAsking(null)
    list.current?.focus()
    if (outcome.ok) onRevoked()
    else setProblem(outcome.failure.message)
  }
  return (
    <>
      <ul ref={list} tabIndex={-1} className={styles.shares}>
        {shares.map((share) => {
          const { id, name, kind, showsRatings, createdAt, expiresAt, lastUsedAt, revokedAt } = share
          const state = shareState(share, Date.now())
          return (
            <li key={id} data-state={state}>
              <div>
                <span className={styles.name}>{name}</span>
                <span className={styles.what}>
                  {' · '}
                  {kind === 'review' ? 'review' : 'read only'}
                  {showsRatings && (kind === 'review' ? ', then the ratings' : ', with the ratings')}
                </span>
                <p className={styles.times}>
                  Made {momentWords(createdAt)}.{' '}
                  {state === 'withdrawn' && revokedAt !== null && `Withdrawn ${momentWords(revokedAt)}.`}
                  {state === 'expired' && `Expired ${momentWords(expiresAt)}.`}
                  {state === 'open' && `Works until ${momentWords(expiresAt)}.`}{' '}
                  {lastUsedAt === null ? 'Not opened yet.' : `Last used ${momentWords(lastUsedAt)}.`}
                </p>
              </div>
              {state === 'open' &&
                (asking === id ? (
                  <div className={styles.actions}>
                    <Text size="sm">It stops working at once. Reviews stay.</Text>
                    <Button
                      size="compact-md"
                      autoFocus
                      aria-label={`Withdraw the link for ${name} now`}
                      onClick={() => revoke(id)}
                    >
                      Withdraw it
                    </Button>
                    <Button size="compact-md" variant="default" onClick={() => setAsking(null)}>
                      Keep it
                    </Button>
                  </div>
                ) : (
                  <Button
                    size="compact-md"
                    variant="default"
                    aria-label={`Withdraw the link for ${name}`}
                    onClick={() => setAsking(id)}
                  >
                    Withdraw
                  </Button>
                ))}
            </li>
          )
        })}
      </ul>
      {problem !== null && (
        <Text role="alert" mt="sm" c="var(--mantine-color-error)">
          {problem}
        </Text>
      )}
    </>
  )
}
