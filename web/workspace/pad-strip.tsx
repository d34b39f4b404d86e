import { CloseButton, Tabs, VisuallyHidden } from '@mantine/core'
import styles from './pad-strip.module.css'
import { type PadTab, padTabWords } from './pad-tabs.ts'

interface PadStripProps {
  tabs: readonly PadTab[]
  /** With the conversation as a tab of its own, and whether it has words that were not seen; null: beside it. */
  conversation: { hasNews: boolean } | null
  /** Null where it cannot be closed. */
  onClose: (() => void) | null
}

/** What can be looked at, as tabs. */
export function PadStrip({ tabs, conversation, onClose }: PadStripProps) {
  return (
    <div className={styles.strip} data-pad-strip>
      <Tabs.List className={styles.list ?? ''} aria-label={conversation === null ? 'Workspace' : 'Conversation and workspace'}>
        {conversation !== null && (
          <Tabs.Tab value="conversation">
            Conversation
            {conversation.hasNews && (
              <span className={styles.news}>
                <VisuallyHidden component="span">, the interviewer spoke</VisuallyHidden>
              </span>
            )}
          </Tabs.Tab>
        )}
        {tabs.map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {padTabWords[tab]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {onClose !== null && <CloseButton aria-label="Close the workspace" size="sm" onClick={onClose} />}
    </div>
  )
}
