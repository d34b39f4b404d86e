import { Loader, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import styles from './loading.module.css'

/** Says that something is on its way, once it has taken long enough to be noticed. */
export function Loading({ what }: { what: string }) {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 400)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className={styles.loading} aria-busy="true" role="status">
      {isSlow && (
        <>
          <Loader size="xs" color="var(--mantine-color-dimmed)" aria-hidden />
          <Text c="dimmed">Loading {what}</Text>
        </>
      )}
    </div>
  )
}
