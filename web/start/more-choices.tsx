import { Checkbox, NativeSelect } from '@mantine/core'
import { languageNames, languages } from '#src/domain/language.ts'
import { companies } from '#src/domain/track.ts'
import { Fold } from '../shell/fold.tsx'
import { companyWords, mannerWords } from '../words.ts'
import type { Choices } from './choices.ts'
import styles from './more-choices.module.css'

interface MoreChoicesProps {
  choices: Choices
  onChange(part: Partial<Choices>): void
  isGentle: boolean
  onGentle(isGentle: boolean): void
  /** Written rules interview, and they speak English only. */
  isEnglishOnly: boolean
}

/** What most people leave as it is, folded away; what is not as usual is named while it is folded. */
export function MoreChoices({ choices, onChange, isGentle, onGentle, isEnglishOnly }: MoreChoicesProps) {
  const { company } = choices
  const language = isEnglishOnly ? 'en' : choices.language
  const chosen = [...mannerWords({ company, language }), ...(isGentle ? ['gentle'] : [])]
  return (
    <Fold title="More" {...(chosen.length > 0 ? { aside: chosen.join(', ') } : {})}>
      <div className={styles.fields}>
        <NativeSelect
          label="Company"
          description="Colours the interviewer’s words, never the questions or the bar."
          inputWrapperOrder={['label', 'input', 'description']}
          value={company}
          data={companies.map((id) => ({ value: id, label: `${companyWords[id].title}: ${companyWords[id].means}` }))}
          onChange={(event) => onChange({ company: companies.find((id) => id === event.currentTarget.value) ?? company })}
        />
        <NativeSelect
          label="Language"
          description={
            isEnglishOnly
              ? 'The rule-based interviewer speaks English only; connect a model for other languages.'
              : 'What the interviewer speaks. Questions and bar are the same; the scorecard is written in English.'
          }
          inputWrapperOrder={['label', 'input', 'description']}
          disabled={isEnglishOnly}
          value={language}
          data={languages.map((tag) => ({ value: tag, label: languageNames[tag].native }))}
          onChange={(event) => onChange({ language: languages.find((tag) => tag === event.currentTarget.value) ?? language })}
        />
        <Checkbox
          label="Gentle: hide the clock and the figures until I ask for them"
          description="You are still told in words when time is nearly up, and ratings read as words first. The interviewer may still name minutes."
          checked={isGentle}
          onChange={(event) => onGentle(event.currentTarget.checked)}
          className={styles.wide ?? ''}
        />
      </div>
    </Fold>
  )
}
