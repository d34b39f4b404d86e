import { Button, Code, Text, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { type NewShare, sharedPath } from '#src/protocol/sharing.ts'
import { linkReach } from './link-reach.ts'
import styles from './new-link.module.css'
import { dayWords } from './time-words.ts'

/** A link just made: to copy, with where it works. */
export function NewLink({ made, isLoopbackOnly }: { made: NewShare; isLoopbackOnly: boolean }) {
  const field = useRef<HTMLInputElement>(null)
  const [isCopied, setCopied] = useState(false)
  const link = `${window.location.origin}${sharedPath}#${made.token}`
  const reach = linkReach({ isLoopbackOnly, host: window.location.hostname })
  const { port } = window.location
  const copy = async () => {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(link)
      setCopied(true)
    } catch {
      // No clipboard without a secure connection: the link is selected, to be copied by hand.
      setCopied(false)
    }
  }
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        Shown only now. It works until {dayWords(made.share.expiresAt)}, or until you withdraw it.
      </Text>
      <div className={styles.link}>
        <TextInput ref={field} label="Link" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
        <Button variant="default" onClick={copy}>
          {isCopied ? 'Copied' : 'Copy'}
        </Button>
      </div>
      <Text role="status" className={styles.hidden ?? ''}>
        {isCopied ? 'The link is copied.' : ''}
      </Text>
      {reach === 'this-machine' && (
        <Text className={styles.reach ?? ''} component="div">
          <p>
            <strong>It opens on this machine only.</strong> Hotseat listens to this machine alone: <Code>HOST</Code> takes no
            address of the network. Somebody who sits here can use the link as it is.
          </p>
          <p>
            Somebody elsewhere, with an account on this machine, first opens a tunnel to it and leaves that running; then the link
            works in their browser too:
          </p>
          <Code
            block
            className={styles.command ?? ''}
          >{`ssh -N -L ${port || '80'}:127.0.0.1:${port || '80'} NAME@THIS-MACHINE`}</Code>
        </Text>
      )}
      {reach === 'named-locally' && (
        <Text className={styles.reach ?? ''} component="div">
          <p>
            <strong>It names this machine as {window.location.hostname}</strong>, which means another machine to everybody else.
            Open Hotseat by its address in the network and make the link there.
          </p>
        </Text>
      )}
    </>
  )
}
