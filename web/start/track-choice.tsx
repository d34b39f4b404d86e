import { Radio, Text } from '@mantine/core'
import { type TrackId, trackIds } from '#src/domain/track.ts'
import type { OfferedTrack } from '#src/protocol/rest.ts'
import { trackWords } from '../words.ts'
import styles from './track-choice.module.css'

interface TrackChoiceProps {
  tracks: readonly OfferedTrack[]
  value: TrackId
  onChange(track: TrackId): void
}

/** The six kinds of interview, each with a line of what it is. One without questions in the bank says so. */
export function TrackChoice({ tracks, value, onChange }: TrackChoiceProps) {
  const choose = (wanted: string) => {
    const track = trackIds.find((id) => id === wanted)
    if (track !== undefined) onChange(track)
  }
  const chosen = tracks.find(({ id }) => id === value)
  return (
    <Radio.Group value={value} onChange={choose} aria-labelledby="track-title" className={styles.tracks}>
      {tracks.map(({ id, about, plans }) => (
        <Radio.Card key={id} value={id} className={styles.track} disabled={plans.length === 0}>
          <span className={styles.head}>
            <span className={styles.name}>{trackWords[id]}</span>
            <Radio.Indicator size="xs" />
          </span>
          <Text component="span" className={styles.about}>
            {plans.length === 0 ? 'No questions in the bank yet.' : about}
          </Text>
        </Radio.Card>
      ))}
      {chosen && (
        <Text className={styles.chosen} aria-hidden>
          {chosen.about}
        </Text>
      )}
    </Radio.Group>
  )
}
