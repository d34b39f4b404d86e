import { Excalidraw, MainMenu } from '@excalidraw/excalidraw'
import '@excalidraw/excalidraw/index.css'
import type { ExcalidrawImperativeAPI, ExcalidrawProps } from '@excalidraw/excalidraw/types'
import { useComputedColorScheme } from '@mantine/core'
import { isPicture } from '#src/board/element-kinds.ts'
import './drawing.css'
import { plainStyle } from './excalidraw-drawing.ts'

interface DrawingProps {
  isReadOnly: boolean
  onReady(api: ExcalidrawImperativeAPI): void
  onChange(): void
}

const options: ExcalidrawProps['UIOptions'] = {
  canvasActions: {
    changeViewBackgroundColor: false,
    clearCanvas: false,
    export: false,
    loadScene: false,
    saveToActiveFile: false,
    toggleTheme: false,
    saveAsImage: false,
  },
  tools: { image: false },
}

const initialData: ExcalidrawProps['initialData'] = { appState: { ...plainStyle, viewBackgroundColor: 'transparent' } }

/** Nothing from elsewhere comes in with what is pasted. */
const onPaste: ExcalidrawProps['onPaste'] = (data) => {
  if (data.elements !== undefined) data.elements = data.elements.filter((element) => !isPicture(element))
  return true
}

/** Excalidraw with what a design interview needs of it, in our colours. */
export function Drawing({ isReadOnly, onReady, onChange }: DrawingProps) {
  const theme = useComputedColorScheme('light')
  return (
    <Excalidraw
      excalidrawAPI={onReady}
      initialData={initialData}
      onChange={onChange}
      onPaste={onPaste}
      onLinkOpen={(_, event) => event.preventDefault()}
      UIOptions={options}
      theme={theme}
      langCode="en"
      name="board"
      viewModeEnabled={isReadOnly}
      validateEmbeddable={false}
      aiEnabled={false}
      handleKeyboardGlobally={false}
      autoFocus={false}
      detectScroll={false}
    >
      {/* An empty menu in the place of Excalidraw's own, which has files, languages and links. */}
      <MainMenu />
    </Excalidraw>
  )
}
