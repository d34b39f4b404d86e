import { describe, expect, test } from 'vitest'
import { boardTextOf } from '#src/board/board-text.ts'
import { drawingToSvg } from '#src/transcript/drawing-to-svg.ts'
import { fullDrawing } from '../support/full-drawing.ts'

const kept = { id: 'a', x: 0, y: 0, width: 100, height: 50, strokeColor: '#1e1e1e', backgroundColor: '#a5d8ff', strokeWidth: 2 }
const drawn = (elements: unknown, text = 'Board: 1 part\nParts:\nn1 "API"') => drawingToSvg({ elements }, text)?.text ?? null
const line = (over: Record<string, unknown>) => ({
  ...{ ...kept, type: 'arrow', width: 100, height: 0, endArrowhead: 'arrow' },
  points: [
    [0, 0],
    [100, 0],
  ],
  ...over,
})
const countOf = (svg: string | null, tag: string) => svg?.split(`<${tag} `).length

describe('a drawing as SVG', () => {
  test('has its shapes in their places and colours, scaled by its view', () => {
    const svg = drawn([
      { ...kept, id: 'r', type: 'rectangle', roundness: { type: 3 } },
      { ...kept, id: 'e', type: 'ellipse', x: 200, backgroundColor: 'transparent', strokeStyle: 'dashed', opacity: 50 },
      { ...kept, id: 'd', type: 'diamond', y: 100, angle: Math.PI / 2, fillStyle: 'hachure' },
    ])
    expect(svg).toContain('viewBox="-20 -20 340 215" width="340" height="215"')
    expect(svg).toContain('<rect x="0" y="0" width="100" height="50" rx="12.5" fill="#a5d8ff"/>')
    expect(svg).toContain('stroke-dasharray="8 10" opacity="0.5"><ellipse cx="250" cy="25" rx="50" ry="25" fill="transparent"/>')
    expect(svg).toContain(
      'transform="rotate(90 50 125)"><polygon points="50,100 100,125 50,150 0,125" fill="#a5d8ff" fill-opacity="0.5"/>',
    )
  })

  test('draws no more lines of a text than anybody reads', () => {
    const svg = drawn([{ ...kept, type: 'text', text: `Cache${'\n'.repeat(100_000)}`, fontSize: 20 }])
    expect(countOf(svg, 'text')).toBe(101)
    expect(svg).toContain('>…</text>')
  })

  test('has arrows with heads, curves, closed lines and strokes', () => {
    const svg = drawn([
      line({ id: 'straight' }),
      line({
        ...{ id: 'curved', roundness: { type: 2 }, endArrowhead: 'triangle', startArrowhead: 'dot' },
        points: [
          [0, 0],
          [50, 40],
          [100, 0],
        ],
      }),
      line({
        ...{ id: 'closed', type: 'line', endArrowhead: null },
        points: [
          [0, 0],
          [50, 40],
          [100, 0],
          [0, 0],
        ],
      }),
      { ...line({ id: 'stroke' }), type: 'freedraw' },
    ])
    expect(svg).toContain('<polyline points="0,0 100,0" fill="none"/><polyline points="76.5,8.5 100,0 76.5,-8.5" fill="none"/>')
    expect(svg).toContain('<path d="M0 0C8.33 6.67 33.33 40 50 40C66.67 40 91.67 6.67 100 0" fill="none"/><circle ')
    expect(svg).toContain('fill="#1e1e1e"/></g>')
    expect(svg).toContain('<polyline points="0,0 50,40 100,0 0,0" fill="#a5d8ff"/>')
  })

  test.each([
    'triangle_outline',
    'diamond',
    'diamond_outline',
    'circle_outline',
    'bar',
    'crowfoot_one',
    'crowfoot_many',
    'crowfoot_one_or_many',
  ])('knows the head %s, and draws none that it does not know', (head) => {
    const plain = drawn([line({ endArrowhead: null })])
    expect(drawn([line({ endArrowhead: head })])?.length).toBeGreaterThan(plain?.length ?? Number.NaN)
    expect(drawn([line({ endArrowhead: `${head}"onload` })])).toBe(plain)
  })

  test('has its words line by line, the arrow beneath its label hidden, and names over frames', () => {
    const svg = drawn([
      { ...kept, id: 'f', type: 'frame', name: 'Region' },
      line({ id: 'arrow' }),
      {
        ...{ ...kept, id: 't', type: 'text', x: 10, y: 10, width: 80, height: 50, textAlign: 'center' },
        ...{ text: 'reads\nfirst', fontSize: 20, fontFamily: 3, containerId: 'arrow' },
      },
    ])
    expect(svg).toContain('<text x="0" y="-6" font-size="14" fill="#767676" stroke="none">Region</text>')
    expect(svg).toContain('<rect x="10" y="10" width="80" height="50" fill="white" stroke="none"/>')
    expect(svg).toContain('font-family="ui-monospace, Menlo, Consolas, monospace" text-anchor="middle">')
    expect(svg).toContain('<text x="50" y="29.5">reads</text><text x="50" y="54.5">first</text>')
    expect(svg).toContain('<title>Board: 1 part</title><desc>Parts:\nn1 &quot;API&quot;</desc>')
  })

  test('keeps what lies over what, and leaves out what was rubbed out or shows something from elsewhere', () => {
    const svg = drawn([
      { ...kept, id: '2', type: 'rectangle', y: 300 },
      { ...kept, id: '1', type: 'ellipse' },
      { ...kept, id: '3', type: 'diamond', isDeleted: true },
      ...['image', 'embeddable', 'iframe', 'script'].map((type) => ({ ...kept, id: type, type, link: 'https://evil.example' })),
    ])
    expect(svg).toMatch(/<rect .*<ellipse /s)
    expect([countOf(svg, 'g'), svg?.includes('evil')]).toEqual([3, false])
  })

  test.each([null, 7, 'scene', [[]], {}, { elements: null }, { elements: [] }, { elements: [null, 3, { id: 'x' }] }])(
    'is none where nothing can be drawn: %j',
    (scene) => expect(drawingToSvg(scene, 'Board')).toBeNull(),
  )
})

/** Whatever may stand in an attribute or between tags of the drawing. */
const allowed =
  /^(?:svg|title|desc|g|rect|ellipse|polygon|polyline|path|circle|text)(?: (?:role|viewBox|width|height|x|y|cx|cy|rx|ry|r|d|points|fill|fill-opacity|stroke|stroke-width|stroke-linecap|stroke-linejoin|stroke-dasharray|opacity|transform|font-size|font-family|text-anchor)="[^"<>&]*")*\/?$/
const isHarmless = (svg: string) =>
  [...svg.matchAll(/<([^>]*)>/g)].every(([, tag = '']) => tag.startsWith('/') || allowed.test(tag)) &&
  !/url\(|https?:|javascript:|NaN|Infinity|undefined|[xy\d]="\d*e/i.test(svg.replaceAll(/<(title|desc|text)\b[^>]*>[^<]*/g, ''))

describe('a drawing that means harm', () => {
  const evil = [
    '"><script>alert(1)</script>',
    "'/onload='alert(1)",
    'url(https://evil.example/#a)',
    '</svg><img src=x onerror=alert(1)>',
  ]

  test.each(evil)('is words at the most: %s', (words) => {
    const fields = { strokeColor: words, backgroundColor: words, fillStyle: words, strokeStyle: words, textAlign: words }
    const odd = { ...kept, ...fields, fontFamily: words, opacity: words, roundness: words, name: words, text: words }
    const elements = ['rectangle', 'text', 'frame', 'diamond', 'ellipse'].map((type) => ({ ...odd, id: `${type}${words}`, type }))
    const arrow = line({ ...fields, startArrowhead: words, endArrowhead: 'dot' })
    const svg = drawn([...elements, arrow], `Board: ${words}\n${words}`)
    expect([countOf(svg, 'g'), isHarmless(svg ?? '<script>')]).toEqual([8, true])
  })

  test('has no figure that is none', () => {
    const odd = [Number.NaN, Number.POSITIVE_INFINITY, -1e308, '1', null, {}]
    const styled = odd.map((value, at) => ({
      ...{ ...kept, id: `s${at}`, type: 'text', text: 'API', strokeWidth: value, opacity: value, fontSize: value },
      ...{ lineHeight: value, fontFamily: value },
    }))
    const placed = odd.flatMap((value, at) =>
      ['x', 'width', 'angle'].map((field) => ({ ...kept, type: 'rectangle', id: `${field}${at}`, [field]: value })),
    )
    const lines = odd.map((value, at) => line({ id: `l${at}`, points: [[0, value]] }))
    const svg = drawn([
      ...styled,
      ...placed,
      ...lines,
      line({ id: 'none', points: [], width: 0 }),
      line({ id: 'far', width: -1e9 }),
    ])
    expect(isHarmless(svg ?? '<script>')).toBe(true)
    // Of a line without points, or of no length, there is a dot; an angle may be unsaid.
    expect(countOf(svg, 'g')).toBeGreaterThan(odd.length)
  })

  test('may be as large as a board may be, and as far away', () => {
    const scene = fullDrawing('"><script>')
    const svg = drawingToSvg(scene, boardTextOf(scene))?.text ?? ''
    expect([svg.split('<rect ').length - 1, isHarmless(svg)]).toEqual([666, true])
    const far = drawn([
      { ...kept, id: 'near', type: 'rectangle' },
      { ...kept, id: 'far', type: 'rectangle', x: 1e9, y: -1e9 },
    ])
    expect(far).toContain('viewBox="-20 -1000000020 1000000140 1000000090"')
    expect(isHarmless(far ?? '<script>')).toBe(true)
  })
})
