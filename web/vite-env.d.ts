interface ImportMetaEnv {
  /** Where Excalidraw's fonts are served from; set in vite.config.ts. */
  readonly EXCALIDRAW_ASSETS: string
}
