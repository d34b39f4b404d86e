import { describe, expect, test } from 'vitest'
import { archiveIndex } from '#src/transcript/archive-index.ts'
import { html } from '#src/transcript/html.ts'
import { recordToHtml } from '#src/transcript/record-to-html.ts'
import { recordedInterview } from '../support/recorded-interview.ts'

/** What has got through somewhere, in one form or another. */
const corpus = [
  '<script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  "' onmouseover='alert(1)",
  '`onfocus=alert(1) autofocus`',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '![x](https://evil.example/pixel.png)',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '<!--><script>alert(1)</script>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<math><mtext></p><style><img src onerror=alert(1)></style></mtext></math>',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<base href="https://evil.example/">',
  '<link rel=stylesheet href=https://evil.example/a.css>',
  '\\<script>alert(1)\\</script>',
  '**<b onclick=alert(1)>** \\** <i>',
  '| a | <script>alert(1)</script> |\n| --- | --- |\n| b | c |',
  '## <script>alert(1)</script>',
  '- <script>alert(1)</script>\n- turn 3"><script>',
  '```\n</pre><script>alert(1)</script>\n```',
  '\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt>',
  '\u202E<script>\u202C',
]

/** Every text of a record that somebody can have written, replaced. */
function withText<T>(value: T, text: string, key = ''): T {
  const kept =
    /^(?:id|kind|type|speaker|status|track|level|mode|persona|company|language|interviewer|criterion|check|question|role|source|verdict|from|to|guard|phase|contentHash|recommendation|spokenBy|clientTurnId|format|outcome)$/
  if (typeof value === 'string') return (kept.test(key) || value === 'cannot-say' ? value : text) as T
  if (Array.isArray(value)) return value.map((one: unknown) => withText(one, text, key)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withText(one, text, name)])) as T
}

const tagsOf = (page: string): string[] =>
  [...page.matchAll(/<\/?([a-zA-Z!][^\s>]*)/g)].map(([, tag]) => (tag ?? '').toLowerCase())
const attributesOf = (page: string): string[] =>
  [...page.matchAll(/<[a-z][^>]*>/g)].flatMap(([tag]) => [...tag.matchAll(/\s([a-z-]+)=/g)].map(([, name]) => name ?? ''))

function pageOf(text: string | null): string {
  const { record } = recordedInterview()
  const told = text === null ? record : withText(record, text)
  const voices = {
    reviews: told.reviews.map(({ review }) => review),
    objections: told.objections.map(({ objection }) => objection),
  }
  const scorecard = told.scorings[1]?.scorecard?.scorecard ?? null
  return recordToHtml({ record: told, scorecard, note: text, counted: undefined, voices })
}

describe('an exported page', () => {
  test('has what was said and how it was rated', () => {
    const page = pageOf(null)
    for (const words of [
      'Lean hire',
      '3 of 4',
      'It never came up.',
      'Parcel tracker',
      'Code, typescript',
      '5 &lt; 7',
      'Mine.',
      'Reviewed by Rae',
    ])
      expect(page).toContain(words)
    expect(page).toContain('<a href="#turn-2">turn 2</a>')
    expect(page).toContain('id="turn-2"')
  })

  test('holds nothing that runs, and asks nobody for anything', () => {
    const page = pageOf(null)
    expect(page).toContain(`content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;;`)
    expect(page).not.toMatch(/<(?:script|link|img|iframe|object|embed|form|base)\b|url\(|@import|https?:|\son\w+=|style=/i)
  })

  test('shows a board once as a drawing, with its words beneath it', () => {
    const { record } = recordedInterview()
    const artifacts = [{ id: 'board-1', kind: 'board' as const, text: 'client -> queue', revision: 2 }]
    const turns = record.turns.map((turn) => (turn.turn === 4 ? { ...turn, artifacts } : turn))
    const options = { scorecard: null, note: null, counted: undefined, voices: undefined }
    const page = recordToHtml({ ...options, record: { ...record, turns } })
    expect(page.split('<svg ')).toHaveLength(2)
    expect(page).toContain('<title>client -&gt; queue</title>')
    expect(page).toMatch(/fill="#e03131"[^>]*><text [^>]*>client -&gt; queue<\/text>/)
    expect(page).toContain('<p>As it was drawn at <a href="#turn-2">turn 2</a>.</p>')
    expect(page.split('<details><summary>In words</summary><pre>client -&gt; queue</pre></details>')).toHaveLength(3)
    const lost = recordToHtml({ ...options, record: { ...record, boards: [] } })
    expect(lost).toContain('<figcaption>Board, in words</figcaption><pre>client -&gt; queue</pre>')
  })

  test.each(corpus)('takes %j as words', (text) => {
    const [page, plain] = [pageOf(text), pageOf('words')]
    const allowed = new Set(tagsOf(plain))
    expect(tagsOf(page).filter((tag) => !allowed.has(tag))).toEqual([])
    expect(tagsOf(page).filter((tag) => tag === 'style')).toEqual(['style', 'style'])
    const names = new Set(attributesOf(plain))
    expect(attributesOf(page).filter((name) => !names.has(name))).toEqual([])
    expect(page).not.toContain('href="javascript')
    expect([...page.matchAll(/href="([^"]*)"/g)].every(([, to]) => /^#turn-\d+$/.test(to ?? ''))).toBe(true)
  })

  test.each(corpus)('and so does the page that an archive opens with: %j', (text) => {
    const { record } = recordedInterview()
    const named = { interview: { ...record.interview, questions: withText(record.interview.questions, text) } }
    const page = archiveIndex([{ name: '2026-01-05-a-b', record: named, isOver: true }])
    expect(tagsOf(page).filter((tag) => ['script', 'img', 'svg', 'iframe', 'base', 'link'].includes(tag))).toEqual([])
  })
})

test('only HTML of our own making is left as it is', () => {
  expect(html`<p title="${'"<'}">${['a&b', html`<b>${"c'"}</b>`, null]}</p>`.text).toBe(
    '<p title="&quot;&lt;">a&amp;b<b>c&#39;</b></p>',
  )
})
