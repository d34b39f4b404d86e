import { Button, TextInput, VisuallyHidden } from '@mantine/core'
import { useRef, useState } from 'react'
import styles from './copy-field.module.css'

/** Words to take along, with a button that copies them. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const field = useRef<HTMLInputElement>(null)
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(value)
      setCopied(true)
    } catch {
      // No clipboard without a secure connection: the link is selected, to be copied by hand.
      setCopied(false)
    }
  }
  return (
    <>
      <div className={styles.field}>
        <TextInput ref={field} label={label} readOnly value={value} onFocus={(event) => event.currentTarget.select()} />
        <Button variant="default" onClick={copy}>
          {isCopied ? 'Copied' : 'Copy'}
        </Button>
      </div>
      <VisuallyHidden role="status">{isCopied ? 'The link is copied.' : ''}</VisuallyHidden>
    </>
  )
}
