import { type ReactNode, useState } from 'react'
import { Fold } from './fold.tsx'

interface OpeningFoldProps {
  title: string
  aside?: string
  isOpen?: boolean
  /** Called when it is opened, before its content is made. */
  onOpen?(): void
  children: ReactNode
}

/** A fold whose content is made when it is first opened. */
export function OpeningFold({ title, aside, isOpen = false, onOpen, children }: OpeningFoldProps) {
  const [wasOpened, setWasOpened] = useState(isOpen)
  const open = () => {
    onOpen?.()
    setWasOpened(true)
  }
  return (
    <Fold title={title} {...(aside !== undefined && { aside })} isOpen={isOpen} onOpen={open}>
      {wasOpened && children}
    </Fold>
  )
}
