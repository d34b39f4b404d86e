import type { Rating } from '#src/domain/rubric.ts'
import styles from './trend-chart.module.css'

const width = 240
const height = 44

/** Ratings over time, 1 below to 4 above; the line at the bar. Open points do not count. Its table stands beside it. */
export function TrendChart({ ratings, isApart }: { ratings: readonly (Rating | null)[]; isApart: readonly boolean[] }) {
  const x = (index: number) => 6 + (ratings.length < 2 ? 0 : (index * (width - 12)) / (ratings.length - 1))
  const y = (rating: number) => height - 6 - ((rating - 1) * (height - 12)) / 3
  return (
    <svg className={styles.chart} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <line x1={0} x2={width} y1={y(3)} y2={y(3)} />
      {ratings.map(
        (rating, index) =>
          rating !== null && (
            // biome-ignore lint/suspicious/noArrayIndexKey: a point has nothing but its place
            <circle key={index} cx={x(index)} cy={y(rating)} r={3} data-apart={isApart[index] || undefined} />
          ),
      )}
    </svg>
  )
}
