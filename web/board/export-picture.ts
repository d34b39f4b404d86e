import { exportToBlob } from '@excalidraw/excalidraw'
import { maxPictureBytes, maxPictureSide } from '#src/domain/workspace.ts'
import { shownElements } from './excalidraw-drawing.ts'
import type { StoredScene } from './scene-to-store.ts'

/** A board as a PNG on white, in light colours whatever the screen has; null when there is nothing on it, or the file would be too large. */
export async function exportPicture({ elements }: StoredScene): Promise<Blob | null> {
  const shown = shownElements(elements)
  if (shown.length === 0) return null
  const picture = await exportToBlob({
    elements: shown,
    appState: { exportBackground: true, viewBackgroundColor: '#ffffff', exportWithDarkMode: false },
    files: null,
    mimeType: 'image/png',
    maxWidthOrHeight: maxPictureSide,
    exportPadding: 16,
  })
  return picture.size > maxPictureBytes ? null : picture
}
