import { useEffect } from 'react'

export type RoomKey = 'c' | 'h' | 'm' | 't' | 'p' | 'e' | 'w' | '?' | 'Escape'

/** Calls back with a key of the room: single letters in the transcript, the same with Alt anywhere. Never while a dialog is open. */
export function useRoomKeys(onKey: (key: RoomKey) => void): void {
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      const key = roomKey(event)
      if (key === null) return
      event.preventDefault()
      onKey(key)
    }
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [onKey])
}

const letters: Record<string, RoomKey> = { c: 'c', h: 'h', m: 'm', t: 't', p: 'p', e: 'e', w: 'w', '?': '?' }
/** By place on the board, since Alt changes the character on some. */
const places: Record<string, RoomKey> = {
  KeyC: 'c',
  KeyH: 'h',
  KeyM: 'm',
  KeyT: 't',
  KeyP: 'p',
  KeyE: 'e',
  KeyW: 'w',
  Slash: '?',
}

function roomKey(event: KeyboardEvent): RoomKey | null {
  const { target } = event
  if (event.ctrlKey || event.metaKey || event.isComposing || !(target instanceof HTMLElement)) return null
  if (target.closest('[role="dialog"]')) return null
  const isWriting = target.matches('textarea, input, [contenteditable]')
  // In the workspace the editors have their own uses for it.
  if (event.key === 'Escape') return isWriting && target.closest('[data-workspace]') === null ? 'Escape' : null
  if (event.altKey) return places[event.code] ?? null
  const isReading = target === document.body || target.closest('[data-room-keys]') !== null
  return isReading ? (letters[event.key] ?? null) : null
}
