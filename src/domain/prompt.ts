import { z } from 'zod'

/** prompts/<id>.md: front matter (id, version, inputs, output), then the text under `# system` and `# user`, with {{input}} marks. */
export const promptSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  version: z.number().int().min(1),
  /** Names of the {{inputs}} that the text uses: all of them, and no others. */
  inputs: z.array(z.string()),
  /** What the model is to answer with, for the reader of the file. */
  output: z.string(),
  system: z.string().min(1),
  user: z.string().min(1),
})
export type Prompt = z.infer<typeof promptSchema>

/** The two messages of a prompt with its inputs filled in, in one pass (a value's own braces are left alone). Throws when an input is missing. */
export function renderPrompt(prompt: Prompt, values: Record<string, string>): { system: string; user: string } {
  const fill = (text: string) =>
    text.replaceAll(/\{\{([a-zA-Z]+)\}\}/g, (_, name: string) => {
      const value = values[name]
      if (value === undefined) throw new Error(`prompt ${prompt.id}@${prompt.version}: no value for {{${name}}}`)
      return value
    })
  return { system: fill(prompt.system), user: fill(prompt.user) }
}
