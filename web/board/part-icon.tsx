import type { PartKind } from '#src/board/palette.ts'

const paths: Record<PartKind, string> = {
  client: 'M2.5 3h11v7.5h-11zM6 13.5h4M8 10.5v3',
  'load-balancer': 'M8 1.5 14.5 8 8 14.5 1.5 8zM5 8h6M9 6l2 2-2 2',
  service: 'M2 4.5h12v7H2z',
  cache: 'M2 4.5h12v7H2zM8.5 5.5 6.5 8.2h3l-2 2.3',
  database: 'M3 4.2c0-3 10-3 10 0v7.6c0 3-10 3-10 0zM3 4.2c0 3 10 3 10 0',
  queue: 'M1.5 5h13v6h-13zM5 5v6M8 5v6M11 5v6',
  cdn: 'M8 1.7a6.3 6.3 0 1 0 0 12.6A6.3 6.3 0 0 0 8 1.7zM1.7 8h12.6M8 1.7c-3.4 3-3.4 9.6 0 12.6M8 1.7c3.4 3 3.4 9.6 0 12.6',
  worker: 'M2 4.5h12v7H2zM6.7 6.2 9.5 8l-2.8 1.8z',
}

/** A small line drawing of a part, beside its name. */
export function PartIcon({ kind }: { kind: PartKind }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.2"
      strokeLinejoin="round"
      strokeLinecap="round"
    >
      <path d={paths[kind]} />
    </svg>
  )
}
