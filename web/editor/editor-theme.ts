import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

const highlight = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier, tags.self], color: 'var(--editor-keyword)' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp, tags.character], color: 'var(--editor-string)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'var(--editor-literal)' },
  { tag: [tags.typeName, tags.className, tags.namespace], color: 'var(--editor-type)' },
  { tag: [tags.comment, tags.meta], color: 'var(--editor-comment)' },
])

/** Our colours, which editor.module.css gives for either scheme. */
const look = EditorView.theme({
  '&': { height: '100%', fontSize: '0.875rem', color: 'var(--mantine-color-text)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)', lineHeight: '1.6', overflow: 'auto' },
  '.cm-content': { padding: '0.625rem 0', caretColor: 'var(--mantine-color-text)' },
  '.cm-line': { padding: '0 0.875rem 0 0.5rem' },
  '.cm-cursor': { borderLeftColor: 'var(--mantine-color-text)', borderLeftWidth: '2px' },
  '.cm-gutters': { color: 'var(--mantine-color-dimmed)', backgroundColor: 'transparent', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '2.25rem', padding: '0 0.5rem 0 0.25rem', fontVariantNumeric: 'tabular-nums' },
  '.cm-activeLineGutter': { color: 'var(--mantine-color-text)', backgroundColor: 'transparent' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    background: 'var(--hotseat-mark)',
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--hotseat-mark-strong)' },
  '&.cm-focused .cm-nonmatchingBracket': { color: 'var(--mantine-color-error)', backgroundColor: 'transparent' },
  '.cm-placeholder': { color: 'var(--mantine-color-placeholder)' },
})

export const editorTheme: Extension = [look, syntaxHighlighting(highlight)]
