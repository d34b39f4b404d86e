export default function ScoringPage(_: { interviewId?: string }) {
  return <p>Scoring</p>
}
