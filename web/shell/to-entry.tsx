import { useEffect } from 'react'
import { navigate } from '../navigation/use-route.ts'
import { Loading } from './loading.tsx'

/** Leads to the page where one comes in. */
export function ToEntry() {
  useEffect(() => navigate({ page: 'entry' }, 'replace'), [])
  return <Loading what="the way in" />
}
