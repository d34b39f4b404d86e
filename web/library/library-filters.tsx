import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { frameworks } from '#src/domain/topic.ts'
import { levels, trackIds } from '#src/domain/track.ts'
import type { Library } from '#src/protocol/rest.ts'
import { frameworkWords, levelWords, trackWords } from '../words.ts'
import styles from './library-filters.module.css'
import type { Selection } from './select-questions.ts'

interface LibraryFiltersProps {
  library: Library
  selection: Selection
  onChange(part: Partial<Selection>): void
}

/** What the library is narrowed down by; only what some question has is offered. */
export function LibraryFilters({ library, selection, onChange }: LibraryFiltersProps) {
  const { questions, topics } = library
  const ofTrack = questions.filter(({ track }) => selection.track === null || track === selection.track)
  const offered = {
    track: trackIds.filter((id) => questions.some(({ track }) => track === id)),
    topic: topics.map(({ id }) => id).filter((id) => id === selection.topic || ofTrack.some((one) => one.topics.includes(id))),
    level: levels.filter((id) => questions.some((one) => one.levels.includes(id))),
    framework: frameworks.filter((id) => questions.some(({ framework }) => framework === id)),
  }
  const titles = new Map(topics.map(({ id, title }) => [id, title]))
  return (
    <search className={styles.filters}>
      <TextInput
        type="search"
        label="Search"
        placeholder="queue, index, outage …"
        className={styles.search ?? ''}
        value={selection.words}
        onChange={(event) => onChange({ words: event.currentTarget.value })}
      />
      <Choice
        label="Track"
        value={selection.track}
        ids={offered.track}
        words={(id) => trackWords[id]}
        onChange={(track) => onChange({ track })}
      />
      <Choice
        label="Topic"
        value={selection.topic}
        ids={offered.topic}
        words={(id) => titles.get(id) ?? id}
        onChange={(topic) => onChange({ topic })}
      />
      <Choice
        label="Level"
        value={selection.level}
        ids={offered.level}
        words={(id) => levelWords[id]}
        onChange={(level) => onChange({ level })}
      />
      {offered.framework.length > 0 && (
        <Choice
          label="Framework"
          value={selection.framework}
          ids={offered.framework}
          words={(id) => frameworkWords[id]}
          onChange={(framework) => onChange({ framework })}
        />
      )}
      <Checkbox
        label="Not tried yet"
        className={styles.untried ?? ''}
        checked={selection.untriedOnly}
        onChange={(event) => onChange({ untriedOnly: event.currentTarget.checked })}
      />
    </search>
  )
}

interface ChoiceProps<Id extends string> {
  label: string
  value: Id | null
  ids: readonly Id[]
  words(id: Id): string
  onChange(id: Id | null): void
}

function Choice<Id extends string>({ label, value, ids, words, onChange }: ChoiceProps<Id>) {
  return (
    <NativeSelect
      label={label}
      value={value ?? ''}
      data={[{ value: '', label: 'Any' }, ...ids.map((id) => ({ value: id, label: words(id) }))]}
      onChange={(event) => onChange(ids.find((id) => id === event.currentTarget.value) ?? null)}
    />
  )
}
