import { meanOf } from './agreement.ts'

/** Gaussian elimination with partial pivoting; the matrix of a ridge is never singular. */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0])
  const size = rows.length
  for (let column = 0; column < size; column++) {
    let at = column
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[at]?.[column] ?? 0)) at = row
    const pivot = rows[at] ?? []
    rows[at] = rows[column] ?? pivot
    rows[column] = pivot
    for (const row of rows) {
      if (row === pivot) continue
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1)
      if (factor === 0) continue
      for (let next = column; next <= size; next++) row[next] = (row[next] ?? 0) - factor * (pivot[next] ?? 0)
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1))
}

export function spreadOf(values: readonly number[]): number {
  const mean = meanOf(values)
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)))
}
