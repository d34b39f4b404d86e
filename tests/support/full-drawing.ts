import { maxSceneElements } from '#src/domain/workspace.ts'
import type { SentScene } from '#src/protocol/board.ts'

/** All that an editor keeps of an element; what is not named by the caller. */
const kept = {
  ...{ angle: 0, strokeColor: '#1e1e1e', backgroundColor: 'transparent', fillStyle: 'solid', strokeWidth: 2 },
  ...{ strokeStyle: 'solid', roughness: 1, opacity: 100, groupIds: [], frameId: null, roundness: { type: 3 } },
  ...{ seed: 1_234_567_890, version: 17, versionNonce: 987_654_321, isDeleted: false, updated: 1_760_000_000_000 },
  ...{ boundElements: [], link: null, locked: false },
}

/** Boxes in a row with these labels, and an arrow from each to the next, with all that an editor keeps of them, so that it draws them too. */
export function boxesInRow(labels: readonly string[]): SentScene {
  const elements = labels.flatMap((label, at) => {
    const place = { ...kept, x: at * 280, y: 0, width: 160, height: 80 }
    const bound = [{ id: `label-${at}`, type: 'text' }]
    const box = { ...place, id: `box-${at}`, type: 'rectangle', boundElements: bound, backgroundColor: '#a5d8ff' }
    const words = {
      ...{ ...place, x: at * 280 + 30, y: 27, width: 100, height: 25, id: `label-${at}`, type: 'text', text: label },
      ...{ originalText: label, fontSize: 20, fontFamily: 5, textAlign: 'center', verticalAlign: 'middle' },
      ...{ containerId: `box-${at}`, lineHeight: 1.25, autoResize: true, roundness: null },
    }
    const arrow = {
      ...{ ...place, id: `arrow-${at}`, type: 'arrow', x: at * 280 + 165, y: 40, width: 110, height: 0, elbowed: false },
      ...{ startArrowhead: null, endArrowhead: 'arrow', lastCommittedPoint: null, roundness: { type: 2 } },
      points: [
        [0, 0],
        [110, 0],
      ],
      startBinding: { elementId: `box-${at}`, focus: 0, gap: 5 },
      endBinding: { elementId: `box-${at + 1}`, focus: 0, gap: 5 },
    }
    return at === labels.length - 1 ? [box, words] : [box, words, arrow]
  })
  return { type: 'excalidraw', version: 2, elements, appState: { viewBackgroundColor: '#ffffff' } }
}

/** As many boxes, their labels and arrows between them as a board may have, in the length that Excalidraw writes them. */
export function fullDrawing(word = 'service'): SentScene {
  const boxes = Math.floor(maxSceneElements / 3)
  const elements = Array.from({ length: boxes }, (_, at) => {
    const [x, y] = [(at % 25) * 240, Math.floor(at / 25) * 200]
    const place = { ...kept, x, y, width: 160, height: 80 }
    const bound = [
      { id: `label-${at}`, type: 'text' },
      { id: `arrow-${at}`, type: 'arrow' },
    ]
    const label = `${word} ${at}`
    const ends = { startArrowhead: null, endArrowhead: 'arrow', elbowed: false, lastCommittedPoint: null }
    return [
      { ...place, id: `box-${at}`, type: 'rectangle', index: `a${at}`, boundElements: bound },
      {
        ...{ ...place, id: `label-${at}`, type: 'text', index: `b${at}`, text: label, originalText: label, fontSize: 20 },
        ...{ fontFamily: 5, textAlign: 'center', verticalAlign: 'middle', containerId: `box-${at}`, lineHeight: 1.25 },
      },
      {
        ...{ ...place, ...ends, id: `arrow-${at}`, type: 'arrow', index: `c${at}` },
        points: [
          [0, 0],
          [80, 0],
        ],
        startBinding: { elementId: `box-${at}`, focus: 0.1, gap: 1 },
        endBinding: { elementId: `box-${(at + 1) % boxes}`, focus: 0.1, gap: 1 },
      },
    ]
  }).flat()
  return { type: 'excalidraw', version: 2, elements, appState: { viewBackgroundColor: '#ffffff' } }
}
