import { VisuallyHidden } from '@mantine/core'
import { useId, useState } from 'react'
import type { OpenCheck, Stronger, TurnReview } from '#src/domain/review.ts'
import { QuoteLink } from '../scorecard/quote-link.tsx'
import styles from './turn-detail.module.css'

interface TurnDetailProps {
  review: TurnReview
  /** Titles of the criteria, by id. */
  titles: ReadonlyMap<string, string>
  /** Of one criterion alone; null for all. */
  criterion: string | null
}

/** What a turn showed, what it left open and how a stronger version would go: folded on the screen, open on paper. */
export function TurnDetail({ review, titles, criterion }: TurnDetailProps) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const isOf = (check: { criterion: string }) => criterion === null || check.criterion === criterion
  const shown = review.shown.filter(isOf)
  const open = review.open.filter(isOf)
  const stronger = open.length > 0 ? review.stronger : null
  if (shown.length === 0 && open.length === 0) return null
  return (
    <div className={styles.detail}>
      <button type="button" className={styles.toggle} aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        {foldWords({ shown: shown.length, open: open.length, stronger })}
      </button>
      <div id={id} className={styles.content} data-open={isOpen || undefined}>
        {shown.length > 0 && (
          <section aria-label={`What turn ${review.turn} showed`}>
            <h4>Showed</h4>
            <ul>
              {shown.map(({ criterion: of, check, means, verdict, evidence, cappedBy }) => (
                <li key={`${of}.${check}`}>
                  {means}{' '}
                  <span className={styles.aside}>
                    {titles.get(of) ?? of}
                    {verdict === 'partly' && ', in part'}
                    {cappedBy !== null && `: ${cappedBy}`}
                  </span>
                  {evidence.map((one) => (
                    <span key={`${one.start}.${one.end}`} className={styles.quote}>
                      <QuoteLink evidence={one} />
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          </section>
        )}
        {open.length > 0 && (
          <section aria-label={`What turn ${review.turn} left open`}>
            <h4>Left open</h4>
            <ul>
              {open.map((check) => (
                <li key={`${check.criterion}.${check.check}`}>
                  {check.means} <OpenReason check={check} title={titles.get(check.criterion) ?? check.criterion} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {stronger !== null && <StrongerOutline stronger={stronger} turn={review.turn} />}
      </div>
    </div>
  )
}

function OpenReason({ check: { because, laterIn, nearest }, title }: { check: OpenCheck; title: string }) {
  return (
    <span className={styles.aside}>
      {title}; {reasons[because]}
      {laterIn !== null && (
        <>
          , and said in <a href={`#turn-${laterIn}`}>turn {laterIn}</a>
        </>
      )}
      .{' '}
      {nearest !== null && (
        <>
          Nearest: <QuoteLink evidence={nearest} />
        </>
      )}
    </span>
  )
}

const reasons: Record<OpenCheck['because'], string> = {
  asked: 'it was asked for',
  touched: 'it was begun here',
  near: 'this was the nearest anything came to it',
}

/** An outline and not a model answer: one's own words, what was missing, and blanks for figures that only the speaker has. */
function StrongerOutline({ stronger: { label, lines }, turn }: { stronger: Stronger; turn: number }) {
  return (
    <section className={styles.stronger} aria-label={`How a stronger turn ${turn} could go`}>
      <h4>A stronger version</h4>
      <p className={styles.aside}>{label}</p>
      <ol>
        {lines.map(({ text, why }) => (
          <li key={text}>
            <Blanks text={text} />
            {why !== null && <span className={styles.aside}> {why}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** A blank is read out as one. */
const Blanks = ({ text }: { text: string }) =>
  text.split('___').map((piece, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no other name
    <span key={at}>
      {at > 0 && (
        <span className={styles.blank}>
          <span aria-hidden="true">___</span>
          <VisuallyHidden component="span">blank</VisuallyHidden>
        </span>
      )}
      {piece}
    </span>
  ))

function foldWords({ shown, open, stronger }: { shown: number; open: number; stronger: Stronger | null }): string {
  const parts = [
    ...(shown > 0 ? [`Showed ${shown}`] : []),
    ...(open > 0 ? [`left open ${open}`] : []),
    ...(stronger === null ? [] : ['a stronger version']),
  ].join(', ')
  return parts.charAt(0).toUpperCase() + parts.slice(1)
}
