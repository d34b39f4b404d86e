import { expect, test } from 'vitest'
import { keyOwner } from '../../../web/board/drawing-keys.ts'

const pressed = (key: string, code: string, held: { alt?: true; ctrl?: true; meta?: true; shift?: true } = {}) =>
  keyOwner({
    key,
    code,
    altKey: held.alt ?? false,
    ctrlKey: held.ctrl ?? false,
    metaKey: held.meta ?? false,
    shiftKey: held.shift ?? false,
  })

test('Alt and a letter is the room’s, whatever character the keyboard makes of it', () => {
  expect(pressed('h', 'KeyH', { alt: true })).toBe('room')
  expect(pressed('π', 'KeyP', { alt: true })).toBe('room')
  expect(pressed('/', 'Slash', { alt: true })).toBe('room')
})

test('tools, moving and copying are for drawing', () => {
  expect(pressed('r', 'KeyR')).toBe('drawing')
  expect(pressed('ArrowRight', 'ArrowRight', { alt: true })).toBe('drawing')
  expect(pressed('ArrowRight', 'ArrowRight', { ctrl: true })).toBe('drawing')
  expect(pressed('c', 'KeyC', { ctrl: true })).toBe('drawing')
  expect(pressed('z', 'KeyZ', { meta: true, shift: true })).toBe('drawing')
  expect(pressed('c', 'KeyC', { ctrl: true, alt: true })).toBe('drawing')
  expect(pressed('Alt', 'AltLeft', { alt: true })).toBe('drawing')
})

test('what opens a part that is not offered stays the browser’s', () => {
  expect(pressed('?', 'Slash', { shift: true })).toBe('page')
  for (const digit of ['0', '9']) expect(pressed(digit, `Digit${digit}`)).toBe('page')
  for (const letter of ['o', 's', 'k', 'f', 'p'])
    expect(pressed(letter, `Key${letter.toUpperCase()}`, { ctrl: true })).toBe('page')
  for (const letter of ['S', 'E']) expect(pressed(letter, `Key${letter}`, { ctrl: true, shift: true })).toBe('page')
})
