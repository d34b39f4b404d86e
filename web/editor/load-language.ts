import { indentUnit } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import type { PadLanguage } from '#src/domain/workspace.ts'

/** How a language is coloured and indented. Each comes in a chunk of its own. */
export async function loadLanguage(language: PadLanguage): Promise<Extension> {
  switch (language) {
    case 'typescript':
    case 'javascript': {
      const { javascript } = await import('@codemirror/lang-javascript')
      return [javascript({ typescript: language === 'typescript' }), indentUnit.of('  ')]
    }
    case 'python': {
      const { python } = await import('@codemirror/lang-python')
      return [python(), indentUnit.of('    ')]
    }
    case 'java': {
      const { java } = await import('@codemirror/lang-java')
      return [java(), indentUnit.of('    ')]
    }
    case 'go': {
      const { go } = await import('@codemirror/lang-go')
      return [go(), indentUnit.of('\t')]
    }
    case 'sql': {
      const { sql, SQLite } = await import('@codemirror/lang-sql')
      return [sql({ dialect: SQLite }), indentUnit.of('  ')]
    }
    default:
      return language satisfies never
  }
}
