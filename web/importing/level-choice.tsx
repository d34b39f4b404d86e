import { NativeSelect } from '@mantine/core'
import { type Language, languageNames, languages } from '#src/domain/language.ts'
import { type Level, levels } from '#src/domain/track.ts'
import { levelWords } from '../words.ts'
import type { ImportChoices } from './kept-import.ts'

interface LevelChoiceProps {
  level: Level | null
  isGuessed: boolean
  language: Language
  showsFaults: boolean
  onChange(part: Pick<ImportChoices, 'level'> | Pick<ImportChoices, 'language'>): void
}

/** What is the same for all of a transcript. */
export function LevelChoice({ level, isGuessed, language, showsFaults, onChange }: LevelChoiceProps) {
  return (
    <>
      <NativeSelect
        label="Level"
        description={isGuessed ? 'The interviewer names it' : 'Of the role that was interviewed for'}
        value={level ?? ''}
        error={showsFaults && level === null ? 'Choose the level.' : undefined}
        data={[
          ...(level === null ? [{ value: '', label: 'Choose' }] : []),
          ...levels.map((id) => ({ value: id, label: levelWords[id] })),
        ]}
        onChange={(event) => onChange({ level: levels.find((id) => id === event.currentTarget.value) ?? null })}
      />
      <NativeSelect
        label="Language"
        description="The written rules know English only"
        value={language}
        data={languages.map((id) => ({ value: id, label: languageNames[id].english }))}
        onChange={(event) => onChange({ language: languages.find((id) => id === event.currentTarget.value) ?? language })}
      />
    </>
  )
}
