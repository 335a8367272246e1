import { routes, type SheetToAnswerView } from '@mimamori/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ask, tellOnLeaving } from '../../data/api.ts'
import { type Beating, OthersAt, tab } from '../../frame/presence.tsx'
import type { SheetAt } from './use-sheet.ts'

/** Colleagues of the vendor who have the same sheet open; what they store shows here, and fields being typed in keep their text. */
export function Colleagues({ at: { place, sheet } }: { at: SheetAt }) {
  const client = useQueryClient()
  const beating = useMemo((): Beating => {
    const params = { place, sheet }
    const queryKey = ['answering', place, sheet]
    return {
      beat: () => ask(routes.sheetBeat, { params, body: { tab, isHere: true } }),
      leave: () => tellOnLeaving(routes.sheetBeat, { params, body: { tab, isHere: false } }),
      heard: (revision) => {
        const shown = client.getQueryData<SheetToAnswerView>(queryKey)
        if (shown && shown.draft.version < revision) void client.invalidateQueries({ queryKey, exact: true })
      },
    }
  }, [client, place, sheet])
  return <OthersAt beating={beating} />
}
