import { type Prompt, promptSchema } from '#src/domain/prompt.ts'
import { checkShape } from './check-shape.ts'
import type { Report } from './fault-list.ts'
import { parseFrontMatter } from './front-matter.ts'
import { type ContentSource, readText } from './read-text.ts'
import { splitHeadings } from './split-headings.ts'

const promptHeadSchema = promptSchema.omit({ system: true, user: true })

/** prompts/<name>.md, or undefined with its faults reported. */
export async function readPrompt(source: ContentSource, name: string): Promise<Prompt | undefined> {
  const file = `prompts/${name}.md`
  const text = await readText(source, file)
  return text === undefined ? undefined : parsePrompt(text, { name, report: source.faults.of(file) })
}

/** A prompt's file as text. Its inputs must be those that it declares, its id that of its file. */
export function parsePrompt(text: string, { name, report }: { name: string; report: Report }): Prompt | undefined {
  const parsed = parseFrontMatter(promptHeadSchema, text, report)
  if (parsed === undefined) return undefined
  const messages = parseMessages(parsed.body, report)
  if (parsed.head === undefined || messages === undefined) return undefined
  const prompt = { ...parsed.head, ...messages }
  if (prompt.id !== name) report('id', `"${name}", as the file is called, not "${prompt.id}"`)
  checkInputs(prompt, report)
  return prompt
}

function parseMessages(body: string, report: Report): Pick<Prompt, 'system' | 'user'> | undefined {
  const { before, sections } = splitHeadings(body, 1)
  if (before !== '' || sections.map((section) => section.heading).join() !== 'system,user') {
    report('', 'the text under "# system" and then "# user", with nothing else around')
    return undefined
  }
  const [system, user] = sections
  return checkShape(promptSchema.pick({ system: true, user: true }), { system: system?.text, user: user?.text }, report)
}

function checkInputs(prompt: Prompt, report: Report) {
  const text = `${prompt.system}\n${prompt.user}`
  const used = new Set(Array.from(text.matchAll(/\{\{([a-zA-Z]+)\}\}/g), (mark) => mark[1] ?? ''))
  for (const mark of text.matchAll(/\{\{(?![a-zA-Z]+\}\})[^\n]{0,20}/g))
    report('', `a mark such as {{question}}: letters only between the braces, not "${mark[0]}"`)
  for (const name of used) if (!prompt.inputs.includes(name)) report('inputs', `"${name}", which the text uses as {{${name}}}`)
  prompt.inputs.forEach((name, index) => {
    if (!used.has(name)) report(`inputs[${index}]`, `an input that the text uses; {{${name}}} is nowhere in it`)
    if (prompt.inputs.indexOf(name) !== index) report(`inputs[${index}]`, `each input once; "${name}" is there twice`)
  })
}
