import type { Locator, Page } from 'playwright-core'
import type { Board } from '#src/board/board.ts'
import { readBoard } from '#src/board/read-board.ts'
import { sceneSchema } from '#src/board/scene.ts'

export const canvas = (page: Page): Locator => page.locator('.excalidraw canvas.interactive')
export const outline = (page: Page): Locator => page.getByRole('complementary', { name: 'Outline of the board' })
export const saved = (page: Page): Promise<void> =>
  page
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor()

/** Opens the workspace on its board and waits until it can be drawn on. */
export async function openBoard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Workspace' }).click()
  await canvas(page).waitFor()
}

/** Opens the outline, or closes it. */
export const toggleOutline = (page: Page): Promise<void> => page.getByRole('button', { name: 'Outline', exact: true }).click()

/** Puts a part of the palette on the board and gives it a name. */
export async function place(page: Page, part: string, name: string): Promise<void> {
  await page.getByRole('toolbar', { name: 'Add a part' }).getByRole('button', { name: part, exact: true }).click()
  await page.getByRole('textbox', { name: 'Label', exact: true }).waitFor()
  await page.keyboard.type(name)
  await page.keyboard.press('Escape')
}

/** Moves the mouse over the drawing with its button held, by places in it. */
export async function drag(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  const box = await canvas(page).boundingBox()
  if (box === null) throw new Error('the drawing is not shown')
  await page.mouse.move(box.x + from[0], box.y + from[1])
  await page.mouse.down()
  await page.mouse.move(box.x + to[0], box.y + to[1], { steps: 6 })
  await page.mouse.up()
}

/** Connects two parts in the outline. */
export async function connect(page: Page, from: string, to: string, label = ''): Promise<void> {
  const lists = outline(page)
  await lists.getByLabel('From', { exact: true }).selectOption({ label: from })
  await lists.getByLabel('To', { exact: true }).selectOption({ label: to })
  await lists.getByLabel('Label, if any').fill(label)
  await lists.getByRole('button', { name: 'Add arrow' }).click()
  await lists.getByRole('textbox', { name: `Label of the arrow from ${from} to ${to}` }).waitFor()
}

/** What the server has, read as the interviewer reads it. */
export async function storedBoard(page: Page): Promise<Board> {
  const scene = await page.evaluate(async () => {
    const id = /\/interviews\/([^/]+)/.exec(window.location.pathname)?.[1]
    const response = await fetch(`/api/interviews/${id}/board`)
    return response.ok ? ((await response.json()) as { scene: unknown }).scene : { elements: [] }
  })
  return readBoard(sceneSchema.parse(scene))
}

/** The arrows of a board as "from -> to", by names, in reading order. */
export function arrowsOf({ nodes, edges }: Board): string[] {
  const nameOf = (id: string | null) => nodes.find((node) => node.id === id)?.label ?? 'nothing'
  return edges.map(({ from, to, fromHold, toHold }) => `${nameOf(from)} -> ${nameOf(to)}, ${fromHold}, ${toHold}`)
}
