export default function SettingsPage(_: { interviewId?: string }) {
  return <p>Settings</p>
}
