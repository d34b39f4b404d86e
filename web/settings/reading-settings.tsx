import { Checkbox, Radio, Title, useMantineColorScheme } from '@mantine/core'
import { useState } from 'react'
import { type EnterKey, keepEnterKey, keepGentle, readEnterKey, readGentle } from '../preferences.ts'
import styles from './reading-settings.module.css'

const schemes = [
  { value: 'auto', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

const enterKeys: { value: EnterKey; label: string }[] = [
  { value: 'sends', label: 'Enter sends, Shift+Enter starts a new line' },
  { value: 'breaks', label: 'Enter starts a new line, Ctrl+Enter sends' },
]

/** What is kept in this browser only. */
export function ReadingSettings() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [enter, setEnter] = useState(readEnterKey)
  const [isGentle, setGentle] = useState(readGentle)
  const chooseGentle = (chosen: boolean) => {
    keepGentle(chosen)
    setGentle(chosen)
  }
  const chooseEnter = (value: string) => {
    const chosen = enterKeys.find((key) => key.value === value)?.value ?? enter
    keepEnterKey(chosen)
    setEnter(chosen)
  }
  return (
    <section aria-labelledby="browser-title">
      <Title order={2} size="h3" id="browser-title" mb="md">
        This browser
      </Title>
      <Radio.Group
        label="Colours"
        value={colorScheme}
        onChange={(value) => setColorScheme(schemes.find((scheme) => scheme.value === value)?.value ?? 'auto')}
        className={styles.group}
      >
        {schemes.map(({ value, label }) => (
          <Radio key={value} value={value} label={label} />
        ))}
      </Radio.Group>
      <Radio.Group label="In the composer" value={enter} onChange={chooseEnter} className={styles.group}>
        {enterKeys.map(({ value, label }) => (
          <Radio key={value} value={value} label={label} />
        ))}
      </Radio.Group>
      <Checkbox
        label="Gentle: hide the clock and the figures until I ask for them"
        checked={isGentle}
        onChange={(event) => chooseGentle(event.currentTarget.checked)}
      />
    </section>
  )
}
