import { Button, Radio, Text, Title, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import type { ImportPreview } from '#src/domain/import.ts'
import { type SourceSpeaker, type SpeakerRole, speakerRoleSchema } from '#src/domain/imported.ts'
import type { Speaker } from '#src/domain/turn.ts'
import { count, roleWords, timesWords } from './import-words.ts'
import type { SourceText } from './kept-import.ts'
import { labelInTurns } from './label-in-turns.ts'
import styles from './speakers-section.module.css'

interface SpeakersSectionProps {
  preview: ImportPreview
  speakers: readonly SourceSpeaker[]
  source: SourceText
  onSpeakers(speakers: SourceSpeaker[]): void
  onSource(source: SourceText): void
}

const roles: SpeakerRole[] = ['interviewer', 'candidate', 'left-out']
/** More speakers than an interview has are folded away until they are wanted. */
const shownAtOnce = 8

/** Who is who: as guessed, until a person says otherwise. */
export function SpeakersSection({ preview, speakers, source, onSpeakers, onSource }: SpeakersSectionProps) {
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? preview.speakers : preview.speakers.slice(0, shownAtOnce)
  const isUnnamed = preview.speakers.every(({ label }) => label === null)
  const hasParagraphs = (preview.format === 'text' || preview.format === 'markdown') && preview.utterances > 1
  const say = (label: string | null, role: SpeakerRole) =>
    onSpeakers(speakers.map((one) => (one.label === label ? { label, role } : one)))
  return (
    <section aria-labelledby="speakers-title" className={styles.section}>
      <Title order={2} size="h3" id="speakers-title">
        Who is who
      </Title>
      <Text c="dimmed" mt="xs">
        {isUnnamed
          ? 'The text names nobody, so all of it would be one person’s words.'
          : 'A guess by how each of them speaks. Several people may be the interviewer; the words of those who are neither are left out.'}
      </Text>
      {isUnnamed && (
        <p className={styles.hint}>
          Change the text and put “Interviewer:” and “Me:” before what each of them says, where one takes over from the other.
        </p>
      )}
      {isUnnamed && hasParagraphs && <TakingTurns source={source} onSource={onSource} />}
      <ul className={styles.speakers}>
        {shown.map(({ label, utterances, words, samples }, at) => (
          <li key={label ?? ''} className={styles.speaker}>
            <div>
              <p className={styles.name}>{label ?? 'Words without a name'}</p>
              <p className={styles.amount}>
                speaks {timesWords(utterances)}, {words === 1 ? 'one word' : `${count(words)} words`}
              </p>
              {samples.slice(0, 2).map((sample, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two samples may be alike, and their order never changes
                <p key={place} className={styles.sample} dir="auto">
                  {sample}
                </p>
              ))}
            </div>
            <Radio.Group
              name={`speaker-${at}`}
              label={<VisuallyHidden>{label ?? 'Words without a name'} is</VisuallyHidden>}
              labelProps={{ className: styles.question ?? '' }}
              value={speakers.find((one) => one.label === label)?.role ?? 'left-out'}
              onChange={(value) => say(label, speakerRoleSchema.parse(value))}
            >
              <div className={styles.roles}>
                {roles.map((role) => (
                  <Radio key={role} value={role} label={roleWords[role]} />
                ))}
              </div>
            </Radio.Group>
          </li>
        ))}
      </ul>
      {preview.speakers.length > shown.length && (
        <Button variant="default" size="sm" mt="sm" onClick={() => setShowsAll(true)}>
          Show {count(preview.speakers.length - shown.length)} more
        </Button>
      )}
    </section>
  )
}

/** For a text without names: two people who speak in turns, which can be put right afterwards. */
function TakingTurns({ source: { text, fileName }, onSource }: Pick<SpeakersSectionProps, 'source' | 'onSource'>) {
  const label = (first: Speaker) => onSource({ text: labelInTurns(text, first), fileName })
  return (
    <div className={styles.turns}>
      <p>Or do its paragraphs take turns? Then they can be labelled for you, to be looked at before anything is read again.</p>
      <Button variant="default" size="sm" onClick={() => label('interviewer')}>
        The interviewer begins
      </Button>
      <Button variant="default" size="sm" onClick={() => label('candidate')}>
        The candidate begins
      </Button>
    </div>
  )
}
