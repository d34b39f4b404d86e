import { Kbd } from '@mantine/core'
import styles from './key-list.module.css'

/** Keys of the keyboard, each with what it does. */
export interface KeyWords {
  keys: readonly string[]
  does: string
}

export function KeyList({ keys }: { keys: readonly KeyWords[] }) {
  return (
    <dl className={styles.keys}>
      {keys.map(({ keys: names, does }) => (
        <div key={does}>
          <dt>
            {names.map((name) => (
              <Kbd key={name}>{name}</Kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  )
}
