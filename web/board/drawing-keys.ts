type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

/**
 * Whose a key is that is pressed in the drawing. `room`: Alt and a letter, which the room has for itself. `page`: what would open a part of Excalidraw that is not
 * offered here (library, files, pictures, its help), so that at most the browser answers it. Everything else is for drawing.
 */
export function keyOwner({ key, code, altKey, ctrlKey, metaKey, shiftKey }: Pressed): 'drawing' | 'room' | 'page' {
  const hasCommand = ctrlKey || metaKey
  if (altKey && !hasCommand && !key.startsWith('Arrow') && key !== 'Alt') return 'room'
  if (!hasCommand) return key === '?' || ((key === '0' || key === '9') && !shiftKey) ? 'page' : 'drawing'
  if (altKey) return 'drawing'
  return (shiftKey ? withShift : withCommand).has(code) ? 'page' : 'drawing'
}

/** Open a file, save one, link, find, the palette of commands. */
const withCommand = new Set(['KeyO', 'KeyS', 'KeyK', 'KeyF', 'KeyP', 'Slash'])
const withShift = new Set(['KeyS', 'KeyE', 'KeyP'])
