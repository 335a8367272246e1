import type { PlacedMap } from '@mimamori/diagram'
import { removeRecord } from '../../data/changes.ts'
import { useMay } from '../../frame/rights.ts'
import { useUndoable } from '../../frame/undo.tsx'
import { useWords } from '../../text/words.tsx'
import { placeRecord } from './placed.ts'
import { nodeOf, PointCard } from './point-card.tsx'
import { useSeen } from './use-seen.ts'
import { ZoneForm } from './zone-form.tsx'

interface PointProps {
  readonly id: string
  readonly map: PlacedMap
  readonly close: () => void
  readonly openLine: (edges: readonly string[]) => void
  readonly editZone: (() => void) | undefined
  readonly unfold: () => void
  /** Takes the point as that from which what stops is told. */
  readonly blast: ((node: string) => void) | undefined
}

/** What stands beside the map when a box or zone is pressed; nothing once it is gone from the map. */
export function OpenPoint({ id, map, close, openLine, editZone, unfold, blast }: PointProps) {
  const { t } = useWords()
  const { view } = useSeen()
  const act = useUndoable()
  const mayWrite = useMay('facility:write')
  const box = map.boxes.find((one) => one.id === id)
  const point = box ?? map.zones.find((one) => one.id === id)
  if (!point) return null
  const node = nodeOf(point)
  const put = placeRecord(view.places, id)
  const isZone = view.zones.some(({ record }) => record.id === id)
  return (
    <PointCard
      point={point}
      acts={{
        close,
        openLine,
        zone: map.zones.find((zone) => zone.id === box?.zone)?.title,
        ...(box?.foldable && box.role === 'stack' && { unfold }),
        ...(isZone && editZone && { edit: editZone }),
        ...(blast && node !== undefined && { blast: () => blast(node) }),
        ...(put && mayWrite && { backToPlace: () => act([removeRecord('mapPlaces', put)], t('network.putBack')) }),
      }}
    />
  )
}

export function OpenZone({ id, close }: { id: string; close: () => void }) {
  const { view } = useSeen()
  const zone = view.zones.find(({ record }) => record.id === id)
  return zone ? <ZoneForm of={zone} close={close} /> : null
}
