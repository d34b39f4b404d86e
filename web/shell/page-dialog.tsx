import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './page-dialog.module.css'

interface PageDialogProps {
  title: string
  isOpen: boolean
  onClose(): void
  children: ReactNode
}

/** A dialog over the page. Without the library's own header, which would be a second banner, and its scroll lock, whose style tag the page's policy refuses. */
export function PageDialog({ title, isOpen, onClose, children }: PageDialogProps) {
  return (
    <Modal.Root opened={isOpen} onClose={onClose} lockScroll={false} centered transitionProps={{ duration: 0 }}>
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content>
        <Modal.Body className={styles.body ?? ''}>
          <Modal.Title className={styles.title ?? ''}>{title}</Modal.Title>
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
