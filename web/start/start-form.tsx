import { Button, NativeSelect, Radio, Text } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { frameworks } from '#src/domain/topic.ts'
import { levels, modes, personas, type TrackId } from '#src/domain/track.ts'
import type { OfferedTrack, Status } from '#src/protocol/rest.ts'
import { beginInterview } from '../api/server.ts'
import { ApproachFold } from '../approaches/approach-fold.tsx'
import { byTitle } from '../by-title.ts'
import { localArea } from '../live/browser-storage.ts'
import { navigate } from '../navigation/use-route.ts'
import { keepGentle, readGentle } from '../preferences.ts'
import { frameworkWords, levelWords, modeWords, personaWords } from '../words.ts'
import { type Choices, rememberChoices, rememberedChoices, settleChoices } from './choices.ts'
import { ModelLine } from './model-line.tsx'
import { MoreChoices } from './more-choices.tsx'
import styles from './start-form.module.css'
import { TrackChoice } from './track-choice.tsx'

interface StartFormProps {
  tracks: readonly OfferedTrack[]
  model: Status['model']
}

/** Track, then Begin: everything between them has a default, or what was chosen last time. */
export function StartForm({ tracks, model }: StartFormProps) {
  const [choices, setChoices] = useState(() => rememberedChoices(localArea, tracks))
  const [isGentle, setGentle] = useState(readGentle)
  const [isBeginning, setBeginning] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const choose = (part: Partial<Choices>) => setChoices(settleChoices({ ...choices, ...part }, tracks))
  const track = tracks.find(({ id }) => id === choices.track)
  const isFramed = track?.questions.some((question) => question.framework !== null) ?? false
  const questions = (track?.questions.filter((question) => question.levels.includes(choices.level)) ?? []).sort(byTitle)

  const begin = async (event: SubmitEvent) => {
    event.preventDefault()
    setBeginning(true)
    setProblem(null)
    rememberChoices(localArea, choices)
    keepGentle(isGentle)
    const { question, framework, ...rest } = choices
    const language = model === null ? 'en' : rest.language
    const outcome = await beginInterview({
      ...rest,
      language,
      ...(question === null ? {} : { question }),
      ...(isFramed && framework !== null ? { framework } : {}),
    })
    if (outcome.ok) return navigate({ page: 'room', interview: outcome.value.id })
    setBeginning(false)
    setProblem(outcome.failure.message)
  }

  return (
    <form onSubmit={begin}>
      <TrackChoice tracks={tracks} value={choices.track} onChange={(id: TrackId) => choose({ track: id })} />
      <div className={styles.details}>
        <NativeSelect
          label="Level"
          value={choices.level}
          data={levels.map((level) => ({ value: level, label: levelWords[level] }))}
          onChange={(event) => choose({ level: levels.find((level) => level === event.currentTarget.value) ?? choices.level })}
        />
        <NativeSelect
          label="Minutes"
          value={String(choices.minutes)}
          data={track?.plans.map(({ minutes, questions: count }) => ({
            value: String(minutes),
            label: planWords(minutes, count),
          }))}
          onChange={(event) => choose({ minutes: Number(event.currentTarget.value) })}
        />
        <NativeSelect
          label="Interviewer"
          value={choices.persona}
          data={personas.map((persona) => ({
            value: persona,
            label: `${personaWords[persona].title}: ${personaWords[persona].means}`,
          }))}
          onChange={(event) =>
            choose({ persona: personas.find((persona) => persona === event.currentTarget.value) ?? choices.persona })
          }
        />
        <NativeSelect
          label="Question"
          value={choices.question ?? ''}
          data={[{ value: '', label: 'Surprise me' }, ...questions.map(({ id, title }) => ({ value: id, label: title }))]}
          onChange={(event) => choose({ question: event.currentTarget.value === '' ? null : event.currentTarget.value })}
        />
        {isFramed && (
          <NativeSelect
            label="Framework"
            value={choices.framework ?? ''}
            data={[
              { value: '', label: 'None in particular' },
              ...frameworks.map((framework) => ({ value: framework, label: frameworkWords[framework] })),
            ]}
            onChange={(event) =>
              choose({ framework: frameworks.find((framework) => framework === event.currentTarget.value) ?? null })
            }
          />
        )}
      </div>
      <Radio.Group
        label="Mode"
        value={choices.mode}
        onChange={(value) => choose({ mode: modes.find((mode) => mode === value) ?? choices.mode })}
        className={styles.modes}
      >
        {modes.map((mode) => (
          <Radio key={mode} value={mode} label={modeWords[mode].title} description={modeWords[mode].means} />
        ))}
      </Radio.Group>
      <div className={styles.folds}>
        <MoreChoices
          choices={choices}
          onChange={choose}
          isGentle={isGentle}
          onGentle={setGentle}
          isEnglishOnly={model === null}
        />
        <ApproachFold track={choices.track} title="How to go about it" />
      </div>
      <div className={styles.begin}>
        <Button type="submit" size="md" loading={isBeginning} disabled={track === undefined || track.plans.length === 0}>
          Begin
        </Button>
        <ModelLine model={model} />
      </div>
      {problem !== null && (
        <Text role="alert" c="var(--mantine-color-error)" mt="sm">
          {problem}
        </Text>
      )}
    </form>
  )
}

const planWords = (minutes: number, questions: number): string =>
  questions === 1 ? `${minutes}` : `${minutes}, ${questions} questions`
