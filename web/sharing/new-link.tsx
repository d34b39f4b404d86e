import { Code, Text } from '@mantine/core'
import { type NewShare, sharedPath } from '#src/protocol/sharing.ts'
import { CopyField } from '../shell/copy-field.tsx'
import { linkReach } from './link-reach.ts'
import styles from './new-link.module.css'
import { momentWords } from './time-words.ts'

/** A link just made: to copy, with where it works. */
export function NewLink({ made, isLoopbackOnly }: { made: NewShare; isLoopbackOnly: boolean }) {
  const link = `${window.location.origin}${sharedPath}#${made.token}`
  const reach = linkReach({ isLoopbackOnly, host: window.location.hostname })
  const { port } = window.location
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        Shown only now. It works until {momentWords(made.share.expiresAt)}, or until you withdraw it.
      </Text>
      <CopyField label="Link" value={link} />
      {reach === 'this-machine' && (
        <Text className={styles.reach ?? ''} component="div">
          <p>
            <strong>It opens on this machine only.</strong> Hotseat is heard on this machine alone. Somebody who sits here can use
            the link as it is. For more than that, <Code>HOTSEAT_ORIGIN</Code> and <Code>HOTSEAT_ACCESS_SECRET</Code> give it a
            public address; the README says how.
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
            Open Hotseat by its public address, one of those in <Code>HOTSEAT_ORIGIN</Code>, and make the link there.
          </p>
        </Text>
      )}
      {reach === 'network' && (
        <Text className={styles.reach ?? ''} component="div">
          <p>
            <strong>It opens wherever {window.location.host} does</strong>, for whoever has it: no access secret is asked for, and
            no other interview opens by it.
          </p>
        </Text>
      )}
    </>
  )
}
