import { exportToSvg } from '@excalidraw/excalidraw'
import { useComputedColorScheme } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import styles from './board-picture.module.css'
import { loadFaces, shownElements } from './excalidraw-drawing.ts'
import { keptElementSchema } from './kept-element.ts'

const sceneSchema = z.object({ elements: z.array(keptElementSchema) })

/** The picture itself; `instead` where there is nothing to be drawn. */
export default function ScenePicture({ scene, text, instead }: { scene: unknown; text: string; instead: ReactNode }) {
  const isDark = useComputedColorScheme('light') === 'dark'
  const place = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<'drawing' | 'drawn' | 'unreadable'>('drawing')
  useEffect(() => {
    let isWanted = true
    drawScene(scene, isDark).then(
      (svg) => {
        if (!isWanted) return
        setState(svg === null ? 'unreadable' : 'drawn')
        if (svg !== null) place.current?.replaceChildren(svg)
      },
      () => isWanted && setState('unreadable'),
    )
    return () => {
      isWanted = false
    }
  }, [scene, isDark])
  return (
    <>
      <div ref={place} role="img" aria-label={text} className={styles.picture} hidden={state !== 'drawn'} />
      {state !== 'drawn' && instead}
    </>
  )
}

/** Null when nothing in the scene can be drawn. Rejects for a scene that breaks the drawing. */
async function drawScene(scene: unknown, isDark: boolean): Promise<SVGSVGElement | null> {
  const parsed = sceneSchema.safeParse(scene)
  if (!parsed.success) return null
  const elements = shownElements(parsed.data.elements)
  if (elements.length === 0) return null
  await loadFaces(elements)
  const svg = await exportToSvg({
    elements,
    appState: { exportBackground: false, exportWithDarkMode: isDark },
    files: null,
    exportPadding: 16,
    skipInliningFonts: true,
  })
  svg.removeAttribute('width')
  svg.removeAttribute('height')
  svg.style.maxWidth = `${svg.viewBox.baseVal.width}px`
  svg.setAttribute('aria-hidden', 'true')
  return svg
}
