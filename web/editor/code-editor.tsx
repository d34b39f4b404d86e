import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { bracketMatching, indentOnInput } from '@codemirror/language'
import { Annotation, Compartment, EditorState, Prec, Transaction } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLineGutter, keymap, lineNumbers, placeholder } from '@codemirror/view'
import { type RefObject, useEffect, useRef } from 'react'
import type { PadLanguage } from '#src/domain/workspace.ts'
import { styleNonce } from '../style-nonce.ts'
import styles from './editor.module.css'
import { editorTheme } from './editor-theme.ts'
import { leaveByTab } from './leave-by-tab.ts'
import { loadLanguage } from './load-language.ts'
import { textChange } from './text-change.ts'
import { typeOverSelection } from './type-over-selection.ts'

interface CodeEditorProps {
  label: string
  /** Id of what describes the editor, its keys for instance. */
  describedBy: string
  text: string
  language: PadLanguage
  isReadOnly: boolean
  /** Written last in another tab. */
  isMirrored: boolean
  placeholder: string
  onChange(text: string): void
  /** Ctrl+Enter or Cmd+Enter. */
  onRun(): void
  /** The editor itself, for what asks where the selection is. */
  view: RefObject<EditorView | null>
}

/** Marks what came from outside, so that it is not told as typed here. */
const fromOutside = Annotation.define<true>()

/** CodeMirror for one text that its owner keeps. The text that comes back is not written again, so cursor and undo stay. */
export function CodeEditor(props: CodeEditorProps) {
  const { label, describedBy, language, isReadOnly, isMirrored, view } = props
  const text = props.text.replaceAll(/\r\n?/g, '\n')
  const place = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  latest.current = props
  const settings = useRef({ language: new Compartment(), access: new Compartment() })
  /** What was told to the owner and has not come back yet. */
  const told = useRef<string[]>([])

  // The editor is made once; what changes later is dispatched to it by the effects below.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (place.current === null) return
    const runsPad = () => {
      latest.current.onRun()
      return true
    }
    const made = new EditorView({
      parent: place.current,
      doc: text,
      extensions: [
        EditorView.cspNonce.of(styleNonce()),
        Prec.highest(keymap.of([{ key: 'Mod-Enter', run: runsPad }])),
        leaveByTab,
        typeOverSelection,
        lineNumbers(),
        highlightActiveLineGutter(),
        drawSelection(),
        history(),
        bracketMatching(),
        indentOnInput(),
        EditorState.tabSize.of(4),
        EditorState.allowMultipleSelections.of(true),
        keymap.of([indentWithTab, ...historyKeymap, ...defaultKeymap]),
        placeholder(latest.current.placeholder),
        editorTheme,
        settings.current.language.of([]),
        settings.current.access.of(accessOf(latest.current)),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged || update.transactions.every((one) => one.annotation(fromOutside))) return
          const typed = update.state.doc.toString()
          told.current.push(typed)
          latest.current.onChange(typed)
        }),
      ],
    })
    view.current = made
    return () => {
      view.current = null
      made.destroy()
    }
  }, [])

  useEffect(() => {
    if (view.current === null) return
    const returned = told.current.lastIndexOf(text)
    if (returned !== -1) {
      told.current.splice(0, returned + 1)
      return
    }
    told.current = []
    const changes = textChange(view.current.state.doc.toString(), text)
    if (changes === null) return
    view.current.dispatch({ changes, annotations: [fromOutside.of(true), Transaction.addToHistory.of(false)] })
  }, [text, view])

  useEffect(() => {
    view.current?.dispatch({
      effects: settings.current.access.reconfigure(accessOf({ label, describedBy, isReadOnly, isMirrored })),
    })
  }, [label, describedBy, isReadOnly, isMirrored, view])

  useEffect(() => {
    let isWanted = true
    const show = async () => {
      const extension = await loadLanguage(language)
      if (isWanted) view.current?.dispatch({ effects: settings.current.language.reconfigure(extension) })
    }
    // Without its colours a language can still be written.
    show().catch((error: unknown) => console.warn(`The colours of ${language} could not be loaded.`, error))
    return () => {
      isWanted = false
    }
  }, [language, view])

  return (
    <div ref={place} className={styles.editor} data-mirrored={isMirrored || undefined} data-read-only={isReadOnly || undefined} />
  )
}

const accessOf = ({
  label,
  describedBy,
  isReadOnly,
}: Pick<CodeEditorProps, 'label' | 'describedBy' | 'isReadOnly' | 'isMirrored'>) => [
  EditorState.readOnly.of(isReadOnly),
  EditorView.contentAttributes.of({ 'aria-label': label, 'aria-describedby': describedBy, tabindex: '0' }),
]
