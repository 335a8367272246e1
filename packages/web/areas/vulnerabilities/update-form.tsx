import { routes } from '@mimamori/contract'
import type { PlannedUpdate } from '@mimamori/domain'
import type { Versioned } from '../../data/changes.ts'
import { useView } from '../../data/queries.ts'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { type FieldOf, namesOf, RecordForm } from '../assets/index.ts'
import { kindWords } from './update-words.ts'

type UpdateField = FieldOf<'plannedUpdates'>

const fields: readonly UpdateField[] = [
  { name: 'title', word: 'updates.name', as: { kind: 'line', most: 200 } },
  {
    name: 'kind',
    word: 'updates.kind',
    as: { kind: 'choice', choices: Object.entries(kindWords).map(([value, word]) => ({ value, word })) },
  },
  { name: 'version', word: 'updates.version', as: { kind: 'line', most: 200 } },
  { name: 'vendor', word: 'register.vendor', as: { kind: 'one', of: 'vendors', none: 'register.noVendor' } },
  { name: 'testBed', word: 'updates.testBed', as: { kind: 'device', none: 'updates.testBed.none' } },
  { name: 'touches', word: 'updates.touches', as: { kind: 'several', of: 'systems' } },
  { name: 'dueOn', word: 'updates.dueOn', as: { kind: 'day' } },
  { name: 'freezeFrom', word: 'updates.freezeFrom', as: { kind: 'day' } },
  { name: 'freezeUntil', word: 'updates.freezeUntil', as: { kind: 'day' } },
  { name: 'rollBack', word: 'updates.rollBack', as: { kind: 'note' } },
]

/** The fields of one planned update, each saved by itself, as those of the register are. */
export function UpdateForm({ update }: { update: Versioned<PlannedUpdate> }) {
  const { say } = useWords()
  const facility = useFacilityId()
  const register = useView(routes.register, facility, { params: { part: 'systems' } })
  const { testBed } = update.record
  const bed = useView(
    routes.asset,
    facility,
    { params: { asset: testBed ?? '' } },
    { enabled: testBed !== undefined && testBed !== 'none' },
  )
  const known = bed.data ? [{ id: bed.data.asset.record.id, name: bed.data.asset.record.name }] : []
  return (
    <Loaded query={register}>
      {({ names }) => <RecordForm slice="plannedUpdates" of={update} fields={fields} names={{ ...namesOf(names, say), assets: known }} />}
    </Loaded>
  )
}
