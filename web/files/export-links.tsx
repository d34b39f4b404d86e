import { Anchor } from '@mantine/core'
import { exportAddress } from '../api/files.ts'
import styles from './export-links.module.css'

/** One interview as a file, in each form. */
export function ExportLinks({ interviewId }: { interviewId: string }) {
  return (
    <span className={styles.exports}>
      Export as{' '}
      <Anchor href={exportAddress(interviewId, 'html')} download>
        a page
      </Anchor>
      ,{' '}
      <Anchor href={exportAddress(interviewId, 'markdown')} download>
        Markdown
      </Anchor>{' '}
      or{' '}
      <Anchor href={exportAddress(interviewId, 'json')} download>
        JSON
      </Anchor>
    </span>
  )
}
