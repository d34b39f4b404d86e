import type { SceneElement } from '#src/board/scene.ts'

/** Elements as Excalidraw keeps them, in the fields that are read. */
const shape = (type: string, id: string, [x, y, width = 160, height = 80]: number[], more: object = {}): SceneElement => ({
  id,
  type,
  x: x ?? 0,
  y: y ?? 0,
  width,
  height,
  ...more,
})

export const rectangle = (id: string, place: number[], more?: object) => shape('rectangle', id, place, more)
export const ellipse = (id: string, place: number[], more?: object) => shape('ellipse', id, place, more)
export const diamond = (id: string, place: number[], more?: object) => shape('diamond', id, place, more)
export const frame = (id: string, name: string | null, place: number[]) => shape('frame', id, place, { name })
export const picture = (id: string, place: number[]) => shape('image', id, place)
export const stroke = (id: string, place: number[]) =>
  shape('freedraw', id, place, {
    points: [
      [0, 0],
      [5, 5],
    ],
  })

export const text = (id: string, words: string, [x, y, width = 80, height = 25]: number[], more: object = {}): SceneElement =>
  shape('text', id, [x ?? 0, y ?? 0, width, height], { text: words, originalText: words, ...more })

/** A rectangle with its bound label. */
export const box = (id: string, label: string, place: number[], more: object = {}): SceneElement[] => [
  rectangle(id, place, { boundElements: [{ id: `${id}-label`, type: 'text' }], ...more }),
  text(`${id}-label`, label, [(place[0] ?? 0) + 40, (place[1] ?? 0) + 30], { containerId: id }),
]

/** An arrow from a point to a point; `from` and `to` are what it is bound to. */
export const arrow = (
  id: string,
  [x1 = 0, y1 = 0, x2 = 0, y2 = 0]: number[],
  { from, to, ...more }: { from?: string; to?: string; [field: string]: unknown } = {},
): SceneElement => ({
  ...shape('arrow', id, [x1, y1, Math.abs(x2 - x1), Math.abs(y2 - y1)]),
  points: [
    [0, 0],
    [x2 - x1, y2 - y1],
  ],
  startBinding: from === undefined ? null : { elementId: from, focus: 0, gap: 4 },
  endBinding: to === undefined ? null : { elementId: to, focus: 0, gap: 4 },
  startArrowhead: null,
  endArrowhead: 'arrow',
  ...more,
})

export const line = (id: string, place: number[], more: object = {}): SceneElement => ({
  ...arrow(id, place, { endArrowhead: null, ...more }),
  type: 'line',
})

/** A URL shortener of nine parts, as somebody would draw it. */
export const urlShortener = (): SceneElement[] => [
  ...box('browser', 'Browser', [0, 0]),
  ...box('cdn', 'CDN', [0, 120]),
  ...box('balancer', 'Load balancer', [240, 0]),
  ...box('shorten', 'Shorten service', [480, 0]),
  ...box('redirect', 'Redirect service', [480, 120]),
  ellipse('cache', [760, 120], { customData: { part: 'cache' } }),
  text('cache-label', 'Redis', [800, 148], { containerId: 'cache' }),
  ...box('database', 'URLs (key, target, expiry)', [760, 0]),
  ...box('queue', 'Click events', [480, 320]),
  ...box('worker', 'Counter', [760, 320]),
  arrow('a1', [164, 40, 236, 40], { from: 'browser', to: 'balancer' }),
  arrow('a2', [80, 84, 80, 116], { from: 'browser', to: 'cdn' }),
  arrow('a3', [404, 40, 476, 40], { from: 'balancer', to: 'shorten' }),
  text('a3-label', 'POST /urls', [410, 0], { containerId: 'a3' }),
  arrow('a4', [404, 60, 476, 150], { from: 'balancer', to: 'redirect' }),
  text('a4-label', 'GET /:key', [410, 100], { containerId: 'a4' }),
  arrow('a5', [644, 40, 756, 40], { from: 'shorten', to: 'database' }),
  arrow('a6', [644, 160, 756, 160], { from: 'redirect', to: 'cache', startArrowhead: 'arrow' }),
  arrow('a7', [644, 140, 756, 60], { from: 'redirect', to: 'database' }),
  text('a7-label', 'on a miss', [680, 60], { containerId: 'a7' }),
  arrow('a8', [560, 204, 560, 310], { from: 'redirect' }),
  arrow('a9', [644, 360, 756, 360], { from: 'queue', to: 'worker' }),
  text('note', '100M new URLs a month, reads 100:1', [0, -140, 340]),
]
