import { lazy, Suspense } from 'react'
import styles from './board-picture.module.css'
import { PictureBoundary } from './picture-boundary.tsx'

Object.assign(window, { EXCALIDRAW_ASSET_PATH: import.meta.env.EXCALIDRAW_ASSETS })

const ScenePicture = lazy(() => import('./scene-picture.tsx'))

export interface BoardPictureProps {
  /** As the editor keeps it. */
  scene: unknown
  /** The same in words. */
  text: string
}

/** A board as it stood, to be looked at. Its words stand in while the picture is on its way, and for good when the scene cannot be drawn. */
export default function BoardPicture({ scene, text }: BoardPictureProps) {
  const words = <pre className={styles.words}>{text}</pre>
  return (
    <PictureBoundary instead={words}>
      <Suspense fallback={words}>
        <ScenePicture scene={scene} text={text} instead={words} />
      </Suspense>
    </PictureBoundary>
  )
}
