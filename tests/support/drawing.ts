import type { SentScene } from '#src/protocol/board.ts'
import { ask, type Served } from './live-client.ts'

/** A scene of so many labelled boxes, as an editor writes it. */
export const boxes = (labels: readonly string[]): SentScene & { elements: Record<string, unknown>[] } => ({
  type: 'excalidraw',
  version: 2,
  source: 'https://excalidraw.com',
  elements: labels.flatMap((label, at) => [
    {
      id: `box-${at}`,
      type: 'rectangle',
      x: at * 200,
      y: 0,
      width: 160,
      height: 80,
      boundElements: [{ id: `label-${at}`, type: 'text' }],
    },
    { id: `label-${at}`, type: 'text', x: at * 200 + 10, y: 30, width: 140, height: 20, text: label, containerId: `box-${at}` },
  ]),
  appState: { viewBackgroundColor: '#ffffff' },
})

/** Stores a board as a tab does. */
export const draw = (
  hotseat: Served,
  id: string,
  { scene, base, connection = 'tab-drawing' }: { scene: SentScene; base: number | null; connection?: string },
): Promise<Response> =>
  ask(hotseat, `/api/interviews/${id}/board`, { method: 'PUT', body: JSON.stringify({ connection, base, scene }) })

/** Hands over the picture of a board as a tab does. */
export const sendPicture = (hotseat: Served, id: string, revision: number, picture: Uint8Array): Promise<Response> =>
  ask(hotseat, `/api/interviews/${id}/boards/${revision}/picture`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(picture),
  })
