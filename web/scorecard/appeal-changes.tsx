import type { AppealChange } from '#src/domain/score.ts'
import { recommendationWords, verdictWords } from '../words.ts'
import styles from './appeal-changes.module.css'
import { QuoteLink } from './quote-link.tsx'
import { Section } from './section.tsx'

/** What granted appeals changed on this scorecard. */
export function AppealChanges({ changes, titles }: { changes: readonly AppealChange[]; titles: ReadonlyMap<string, string> }) {
  if (changes.length === 0) return null
  return (
    <Section title={changes.length === 1 ? 'What your appeal changed' : 'What your appeals changed'}>
      <ul className={styles.changes}>
        {changes.map((change) => (
          <li key={`${change.question}.${change.criterion}.${change.check}.${change.to}`}>
            {change.means} From “{verdictWords[change.from]}” to “{verdictWords[change.to]}”, on{' '}
            <QuoteLink evidence={change.quote} />
            <span className={styles.effect}>{effectOf(change, titles)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function effectOf({ ratings, recommendation }: AppealChange, titles: ReadonlyMap<string, string>): string {
  const shown = (rating: number | null) => (rating === null ? 'unscored' : String(rating))
  const moved = ratings.map(({ criterion, from, to }) => `${titles.get(criterion) ?? criterion}: ${shown(from)} to ${shown(to)}.`)
  const named = (one: AppealChange['recommendation']['to']) => (one === null ? 'No recommendation' : recommendationWords[one])
  const then =
    recommendation.from === recommendation.to
      ? 'The recommendation did not change.'
      : `Recommendation: ${named(recommendation.from)} to ${named(recommendation.to)}.`
  return [...(moved.length === 0 ? ['No rating moved.'] : moved), then].join(' ')
}
